//! Build script: lists the asset folders into `include_str!` tables, so that a new router, phone system,
//! language or practice scenario is one new file and needs no registration.

#![expect(clippy::print_stdout, reason = "a build script speaks to cargo on stdout")]

use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs, io};

/// Folder below `assets/`, file ending, name of the table written to `OUT_DIR`.
const TABLES: [(&str, &str, &str); 4] = [
    ("profiles", "toml", "profiles.rs"),
    ("routers", "toml", "routers.rs"),
    ("text", "ftl", "text.rs"),
    ("practice", "toml", "practice.rs"),
];

fn main() -> io::Result<()> {
    let root = env::var("CARGO_MANIFEST_DIR").map_err(io::Error::other)?;
    let out = env::var("OUT_DIR").map_err(io::Error::other)?;
    for (folder, ending, table) in TABLES {
        let dir = Path::new(&root).join("assets").join(folder);
        println!("cargo::rerun-if-changed={}", dir.display());
        let mut files = Vec::new();
        for entry in fs::read_dir(&dir)? {
            let path = entry?.path();
            if path.extension().is_some_and(|e| e == ending) {
                files.push(path);
            }
        }
        files.sort();
        let mut text = String::from("&[\n");
        for path in &files {
            let id = path.file_stem().unwrap_or_default().to_string_lossy();
            let _ = writeln!(text, "    ({id:?}, include_str!({:?})),", path.to_string_lossy());
        }
        text.push_str("]\n");
        fs::write(Path::new(&out).join(table), text)?;
    }
    println!("cargo::rerun-if-changed=assets/embed.rs");
    if env::var("CARGO_CFG_TARGET_OS").is_ok_and(|os| os == "windows") {
        let mut resource = winresource::WindowsResource::new();
        let icon = Path::new(&root).join("assets/icons/icon.ico");
        if icon.exists() {
            resource.set_icon(&icon.to_string_lossy());
        }
        resource.compile()?;
    }
    Ok(())
}
