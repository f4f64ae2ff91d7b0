//! The way in for readers of every side: the same questions, each through the own side's gate and pool.

use crate::access::{Permission, Side, Subject};
use crate::error::Result;
use crate::kit::db::{CareTx, Conn, CustodyTx, HasConn, SystemTx};
use crate::web::Ctx;

/// A transaction of the reader's own side. It reads; writing goes through care alone.
#[derive(Debug)]
pub enum RegisterTx {
    Care(CareTx),
    Custody(CustodyTx),
    System(SystemTx),
}

impl HasConn for RegisterTx {
    fn conn(&mut self) -> &mut Conn {
        match self {
            Self::Care(tx) => tx.conn(),
            Self::Custody(tx) => tx.conn(),
            Self::System(tx) => tx.conn(),
        }
    }
}

pub async fn open(ctx: &Ctx, permission: Permission, subject: Subject, object: &'static str) -> Result<RegisterTx> {
    Ok(match ctx.actor.side {
        Side::Care => RegisterTx::Care(ctx.care(permission, subject, object).await?),
        Side::Custody => RegisterTx::Custody(ctx.custody(permission, subject, object).await?),
        Side::System | Side::Proof => RegisterTx::System(ctx.system(permission, subject, object).await?),
    })
}
