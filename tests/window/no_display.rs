//! The one command where there is no display: it says so in one line and goes on as text.

use std::process::{Command, Stdio};

use separate_entrance::text::Text;

#[test]
fn without_a_display_and_without_a_terminal_the_check_is_made_and_printed() {
    let dir = tempfile::tempdir().unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_separate-entrance"))
        .args(["--practice", "all-well"])
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .env("SEPARATE_ENTRANCE_DIR", dir.path())
        .env("LANG", "C")
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let (said, report) = (String::from_utf8(output.stderr).unwrap(), String::from_utf8(output.stdout).unwrap());
    assert_eq!(output.status.code(), Some(0), "{said}{report}");
    let line = Text::new("en").get("no-display", &[("why".to_owned(), String::new())].into()).trim_end().to_owned();
    assert_eq!(said.lines().filter(|l| *l == line).count(), 1, "{said}");
    assert!(report.starts_with("Separate Entrance report"), "{report}");
}

#[test]
fn a_mistake_on_the_windows_command_line_is_named_before_any_window() {
    for (args, named) in [
        (["--system", "no-such-system"], ["no-such-system", "freepbx"]),
        (["--practice", "no-such-office"], ["no-such-office", "all-well"]),
        (["--renderer", "crayons"], ["crayons", "wgpu"]),
        (["--using", "carrier-pigeons"], ["carrier-pigeons", "remote-phones"]),
        (["--pbx", "192.168.77.300"], ["192.168.77.300", "--pbx"]),
    ] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_separate-entrance"));
        // A use is one of a phone system.
        let system: &[&str] = if args[0] == "--using" { &["--system", "freepbx"] } else { &[] };
        let output = command.args(args).args(system).env("LANG", "C").stdin(Stdio::null()).output().unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{args:?}: {said}");
        assert!(named.iter().all(|word| said.contains(word)) && said.contains("hint:"), "{args:?}: {said}");
    }
}
