//! One fuzzer for each kind of input: all are this file, and each is told by its name which it is, or by the variable
//! FUZZ, so that one build does for all. With `--seeds FOLDER` it writes down the examples to begin with.
#![no_main]

mod inputs;

use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;

fuzz_target!(
    init: write_seeds(),
    |data: &[u8]| (target().run)(data)
);

fn target() -> &'static inputs::Target {
    static TARGET: LazyLock<&inputs::Target> =
        LazyLock::new(|| inputs::find(&std::env::var("FUZZ").unwrap_or_else(|_| env!("CARGO_BIN_NAME").to_owned())));
    *TARGET
}

fn write_seeds() {
    let words: Vec<String> = std::env::args().collect();
    let [_, option, folder] = words.as_slice() else { return };
    if option != "--seeds" {
        return;
    }
    for (number, seed) in (target().seeds)().iter().enumerate() {
        fs::write(Path::new(folder).join(format!("seed-{number:03}")), seed).unwrap();
    }
    std::process::exit(0);
}
