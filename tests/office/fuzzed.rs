//! A short run of every fuzzer in `tests/fuzz`, with chance of its own instead of libFuzzer: examples, everything that
//! ever broke something, and changed copies of both. The same inputs each time, so that a failure can be told.

use std::collections::BTreeSet;
use std::fs;
use std::io::Write as _;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};

#[path = "../fuzz/inputs/mod.rs"]
mod inputs;

use inputs::{ALL, Target};

/// Longer inputs are for libFuzzer, which has more time.
const LONGEST: usize = 64 * 1024;

/// A small generator of our own, so that a failing seed can be told.
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        self.0 >> 24
    }

    fn below(&mut self, count: usize) -> usize {
        usize::try_from(self.next()).unwrap() % count.max(1)
    }
}

/// Words at which readers of these formats turn.
const WORDS: [&[u8]; 24] = [
    b"\r\n",
    b"\n",
    b"\0",
    b"\xff\xff\xff\xff",
    b"\x80\0",
    b"<",
    b"/>",
    b"<![CDATA[",
    b"&#x110000;",
    b"&amp;",
    b"xmlns:a=''",
    b"<!DOCTYPE a [",
    b"\"",
    b"\\",
    b"{",
    b"[[",
    b"null",
    b"-1",
    b"18446744073709551616",
    b"1e309",
    b"\xe2\x80\xae",
    b"\xc3\x28",
    b"[service]\n",
    b"http://192.168.77.99@",
];

/// A changed copy: a few small changes, and now and then a great one.
fn changed(from: &[u8], other: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut made = from.to_vec();
    for _ in 0..=dice.below(6) {
        let at = dice.below(made.len() + 1);
        let until = (at + 1 + dice.below(16)).min(made.len());
        match dice.below(10) {
            0 if at < made.len() => made[at] ^= 1 << dice.below(8),
            1 if at < made.len() => made[at] = [0, 1, 0x7f, 0x80, 0xff, b'0', b'9'][dice.below(7)],
            2 => drop(made.drain(at.min(until)..until)),
            3 => drop(made.splice(at..at, WORDS[dice.below(WORDS.len())].iter().copied())),
            4 if at < until => {
                let piece = made[at..until].to_vec();
                made.splice(at..at, piece.iter().copied().cycle().take(piece.len() * (1 + dice.below(200))));
            }
            5 => {
                let (from, to) = (dice.below(other.len() + 1), dice.below(other.len() + 1));
                made.splice(at..at, other[from.min(to)..from.max(to)].iter().copied());
            }
            6 => made.truncate(at),
            7 => {
                let digits =
                    made.iter().enumerate().filter(|(_, b)| b.is_ascii_digit()).map(|(i, _)| i).collect::<Vec<_>>();
                if let Some(place) = digits.get(dice.below(digits.len())) {
                    made[*place] = b"0123456789"[dice.below(10)];
                }
            }
            8 if dice.below(20) == 0 => {
                let piece = made[at.min(until)..until].to_vec();
                made = piece.iter().copied().cycle().take(LONGEST * usize::from(!piece.is_empty())).collect();
            }
            _ => made.splice(at..at, (0..dice.below(5)).map(|_| dice.next() as u8)).for_each(drop),
        }
    }
    made.truncate(LONGEST);
    made
}

/// Runs one input; what it broke, where it broke something.
fn broken(target: &Target, input: &[u8]) -> Option<String> {
    let ended = catch_unwind(AssertUnwindSafe(|| (target.run)(input)));
    let why = ended.err()?;
    let text = why.downcast_ref::<String>().cloned().or_else(|| why.downcast_ref::<&str>().map(|s| (*s).to_owned()));
    let shown: String = String::from_utf8_lossy(&input[..input.len().min(2000)]).into_owned();
    Some(format!("{}: {}\n{} bytes: {shown:?}", target.name, text.unwrap_or_default(), input.len()))
}

/// A failing input is written down, so that it can become a fixture.
fn note(target: &Target, input: &[u8]) {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/output/fuzz");
    fs::create_dir_all(&folder).unwrap();
    let number = input.iter().fold(0_u32, |sum, b| sum.wrapping_mul(31).wrapping_add(u32::from(*b)));
    fs::write(folder.join(format!("{}-{number:08x}", target.name)), input).unwrap();
}

fn short_run(target: &Target) -> u64 {
    let mut pool: Vec<Vec<u8>> = (target.seeds)();
    pool.extend(inputs::fixtures(target.name).into_iter().map(|(_, bytes)| bytes));
    assert!(!pool.is_empty(), "{} has nothing to begin with", target.name);
    let mut dice = Dice(target.name.bytes().fold(1, |sum: u64, b| sum.wrapping_mul(131).wrapping_add(u64::from(b))));
    let made: Vec<Vec<u8>> = (0..target.short)
        .map(|_| {
            let (from, other) = (dice.below(pool.len()), dice.below(pool.len()));
            changed(&pool[from], &pool[other], &mut dice)
        })
        .collect();
    let inputs: Vec<&Vec<u8>> = pool.iter().chain(&made).collect();
    // Conversations wait for each other most of the time.
    let threads = if target.short < 200 { 6 } else { 1 };
    let (next, tried) = (AtomicUsize::new(0), AtomicU64::new(0));
    let faults = std::sync::Mutex::new(Vec::new());
    std::thread::scope(|scope| {
        for _ in 0..threads {
            let work = || {
                while let Some(input) = inputs.get(next.fetch_add(1, Ordering::Relaxed)) {
                    tried.fetch_add(1, Ordering::Relaxed);
                    if let Some(fault) = broken(target, input) {
                        note(target, input);
                        faults.lock().unwrap().push(fault);
                    }
                }
            };
            std::thread::Builder::new().stack_size(8 << 20).spawn_scoped(scope, work).unwrap();
        }
    });
    let faults = faults.into_inner().unwrap();
    assert!(
        faults.is_empty(),
        "{} of {} inputs broke something. The first:\n{}",
        faults.len(),
        inputs.len(),
        faults[0]
    );
    // Past the capture of tests that pass: `tests/run` adds these up.
    writeln!(std::io::stdout(), "\nFIGURE inputs-fuzzed {}", tried.load(Ordering::Relaxed)).unwrap();
    tried.into_inner()
}

/// Each kind of input has a test of its own, so that they run side by side and a failure has a name.
macro_rules! short_runs {
    ($($name:ident)*) => {
        const NAMES: &[&str] = &[$(stringify!($name)),*];
        $(
            #[test]
            fn $name() {
                let target = inputs::find(stringify!($name));
                assert!(short_run(target) > u64::from(target.short));
            }
        )*
    };
}

short_runs! {
    sip sound ssdp description soap port_control stun iax2 xmpp tls greetings codes sealed answers link inside helper_request
    helper_answer profile router_guide practice preset text folder report plays_peer plays_helper plays_visitor plays_walker
    plays_router
}

#[test]
fn every_kind_of_input_has_its_fuzzer_and_its_short_run() {
    let manifest = include_str!("../fuzz/Cargo.toml");
    let binaries: BTreeSet<&str> =
        manifest.lines().filter_map(|l| l.strip_prefix("name = \"")?.strip_suffix('"')).collect();
    for target in ALL {
        assert!(NAMES.contains(&target.name), "{} has no short run", target.name);
        assert!(binaries.contains(target.name), "{} has no fuzzer", target.name);
    }
    assert_eq!((NAMES.len(), binaries.len()), (ALL.len(), ALL.len() + 1), "names and binaries that nobody knows");
}

#[test]
fn no_fixture_belongs_to_nobody() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/fuzz");
    for entry in fs::read_dir(folder).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        assert!(ALL.iter().any(|t| t.name == name), "{name}");
    }
}
