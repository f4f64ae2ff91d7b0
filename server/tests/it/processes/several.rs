//! Two servers on one PostgreSQL behind a proxy that knows nothing: whoever signs in on one works on the other, the jobs are done
//! once, and when one is killed the other goes on.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use app::kit::db::Engine;
use tokio::net::{TcpListener, TcpStream};

use super::{SESSION, SESSIONS, Server, World, mark, sign, verifies};
use crate::harness::{Browser, uuid};

/// Sessions that each client signs while a server goes.
const EACH: u128 = 12;

/// Passes each connection on to the next server that answers.
async fn proxy(servers: Vec<String>) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    let turn = Arc::new(AtomicUsize::new(0));
    tokio::spawn(async move {
        while let Ok((mut client, _)) = listener.accept().await {
            let (servers, turn) = (servers.clone(), Arc::clone(&turn));
            tokio::spawn(async move {
                for _ in &servers {
                    let server = &servers[turn.fetch_add(1, Ordering::SeqCst) % servers.len()];
                    if let Ok(mut server) = TcpStream::connect(server).await {
                        let _ended = tokio::io::copy_bidirectional(&mut client, &mut server).await;
                        return;
                    }
                }
            });
        }
    });
    address
}

/// Signs a session through the proxy, again when the server went away under it, as somebody at a browser would.
async fn insist(browser: &Browser, world: &World, session: u128) {
    for _ in 0..20 {
        match sign(browser, session).await {
            Some(true) => return,
            Some(false) => {
                let there = format!("select count(*) from care_note where session_id = {}", world.id(session));
                assert_eq!(world.number(&there).await, 2, "{} is refused and not signed", uuid(session));
                return;
            }
            None => tokio::time::sleep(Duration::from_millis(50)).await,
        }
    }
    panic!("no server answers any more");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_servers_on_one_database_are_one_record() {
    let world = Arc::new(World::open(Engine::Postgres).await);
    let inbox = world.db.dir.path().join("inbox");
    std::fs::create_dir(&inbox).unwrap();
    let watching: [(&str, PathBuf); 1] = [("ERGON_IMPORT_FOLDER", inbox.clone())];
    let (mut one, mut other) = (Server::start(&world.db, &watching), Server::start(&world.db, &watching));
    let people = "prison_number;family_name;given_name;birth_date;sex;legal_status;facility\nNEW-1;Hoti;Naim;1.1.1990;male;remand;P\n";
    std::fs::write(inbox.join("people.csv"), people).unwrap();

    // Signed in on the one, working on the other, and out on both.
    let first = Browser::signed_in(&one.url(), "first").await;
    assert_eq!(first.moved_to(&other.url()).get("/patients").await.status, 200);
    let passing = Browser::signed_in(&one.url(), "third").await;
    assert_eq!(passing.moved_to(&other.url()).post("/sign-out", &[]).await.status, 303);
    assert_eq!(passing.get("/patients").await.status, 303, "signed out on the other, he is still in on the one");

    let address = proxy(vec![one.address.clone(), other.address.clone()]).await;
    let (first, second) = (first.moved_to(&address), Browser::signed_in(&address, "second").await);
    let officer = Browser::signed_in(&address, "officer").await;
    let writing = |browser: Browser, from: u128| {
        let world = Arc::clone(&world);
        async move {
            for n in 0..EACH {
                insist(&browser, &world, from + n).await;
            }
        }
    };
    // The one goes in the middle of it, and comes back; then the other goes, for good.
    let clients =
        [tokio::spawn(writing(first.clone(), SESSION)), tokio::spawn(writing(second.clone(), SESSION + SESSIONS))];
    tokio::time::sleep(Duration::from_millis(400)).await;
    one.kill();
    for client in clients {
        client.await.unwrap();
    }
    one = Server::start(&world.db, &watching);
    let address = proxy(vec![one.address.clone(), other.address.clone()]).await;
    let clients = [
        tokio::spawn(writing(first.moved_to(&address), SESSION + EACH)),
        tokio::spawn(writing(second.moved_to(&address), SESSION + SESSIONS + EACH)),
    ];
    tokio::time::sleep(Duration::from_millis(400)).await;
    other.kill();
    for client in clients {
        client.await.unwrap();
    }
    assert_eq!(mark(&officer.moved_to(&address), &world, 7, 1).await, Some(true));
    let signed = world.number("select count(*) from care_session where signed_at is not null").await;
    assert_eq!(u128::from(signed), 4 * EACH);
    assert_eq!(world.half_written().await, 0);

    // The file was taken up once, and the rows of both servers are one sealed chain.
    let _other = Server::start(&world.db, &watching);
    for _ in 0..400 {
        if !inbox.join("people.csv").exists() {
            break;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    let done: Vec<_> = std::fs::read_dir(inbox.join("done")).unwrap().collect();
    assert_eq!(done.len(), 1, "{done:?}");
    assert_eq!(world.number("select count(*) from custody_person where prison_number = 'NEW-1'").await, 1);
    tokio::time::sleep(Duration::from_secs(4)).await;
    assert_eq!(
        world.number("select count(*) from access_seal").await,
        world.number("select max(seq) from access_seal").await
    );
    verifies(&world.db);
}
