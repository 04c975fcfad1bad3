//! Build script: packs the asset folders and lists them in tables, so that a new router, phone system, language or
//! practice scenario is one new file and needs no registration. `domain::packed` unpacks what is needed.

#![expect(clippy::print_stdout, reason = "a build script speaks to cargo on stdout")]

use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs, io};

/// Folder below `assets/`, file ending, name of the table written to `OUT_DIR`.
const TABLES: [(&str, &str, &str); 5] = [
    ("profiles", "toml", "profiles.rs"),
    ("menus", "toml", "menus.rs"),
    ("routers", "toml", "routers.rs"),
    ("text", "ftl", "text.rs"),
    ("practice", "toml", "practice.rs"),
];

/// How hard it is packed: the smallest that is worth its time.
const HARD: u8 = 9;

/// Each program, and what Windows calls it.
const PROGRAMS: [(&str, &str); 3] = [
    ("separate-entrance", "Separate Entrance"),
    ("entrance", "Separate Entrance, in the terminal"),
    ("entrance-helper", "Separate Entrance, standing helper"),
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
            println!("cargo::rerun-if-changed={}", path.display());
            let id = path.file_stem().unwrap_or_default().to_string_lossy();
            let packed = Path::new(&out).join(format!("{folder}-{id}"));
            fs::write(&packed, miniz_oxide::deflate::compress_to_vec(&fs::read(path)?, HARD))?;
            let _ = writeln!(text, "    ({id:?}, include_bytes!({:?})),", packed.to_string_lossy());
        }
        text.push_str("]\n");
        fs::write(Path::new(&out).join(table), text)?;
    }
    println!("cargo::rerun-if-changed=assets/embed.rs");
    if env::var("CARGO_CFG_TARGET_OS").is_ok_and(|os| os == "windows") {
        for (program, described) in PROGRAMS {
            details(Path::new(&root), program, described)?;
        }
    }
    Ok(())
}

/// Icon, version and manifest of one program for Windows: what its file's properties show, and what a firewall calls it.
fn details(root: &Path, program: &str, described: &str) -> io::Result<()> {
    const US_ENGLISH: u16 = 0x0409;
    let manifest = root.join("assets/windows.manifest");
    println!("cargo::rerun-if-changed={}", manifest.display());
    let mut resource = winresource::WindowsResource::new();
    resource.set_language(US_ENGLISH);
    resource.set("ProductName", "Separate Entrance");
    resource.set("CompanyName", "Separate Entrance");
    resource.set("FileDescription", described);
    resource.set("InternalName", program);
    resource.set("OriginalFilename", &format!("{program}.exe"));
    resource.set("LegalCopyright", "Separate Entrance maintainers; MIT or Apache 2.0");
    resource.set_icon(&root.join("assets/icons/icon.ico").to_string_lossy());
    resource.set_manifest_file(&manifest.to_string_lossy());
    resource.compile_for(program)
}
