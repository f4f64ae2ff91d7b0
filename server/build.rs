//! The site is built by `cargo xtask`; without it the folder must still be there for the embedding to compile.

fn main() {
    println!("cargo::rerun-if-changed=../target/site/manifest.json");
    let _ = std::fs::create_dir_all("../target/site");
}
