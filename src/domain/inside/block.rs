//! The frame of a pasted block: where it begins and ends, that nothing was cut or changed, and that no line is more than
//! it may be. What the lines mean is read elsewhere.
//!
//! ```text
//! === separate-entrance inside 1 begin ===
//! at|1764421200
//! set|/etc/asterisk/sip.conf|12|general|externip|203.0.113.5
//! === separate-entrance inside 1 end 2 1234567890 ===
//! ```
//!
//! The numbers of the last line are how many lines stand between, and the checksum of POSIX `cksum` over them, each with
//! a line feed. Blanks and carriage returns at the end of a line do not count: terminals add them.

use crate::domain::message::Problem;

/// Version of the form that this program reads.
pub const VERSION: u32 = 1;

/// Largest block that is read, in bytes.
pub const MOST_BYTES: usize = 1024 * 1024;

/// As much of a paste as is ever taken in, in bytes: enough to be told that it is too long.
pub const MOST_TAKEN: usize = MOST_BYTES + 1;

/// Longest line, in bytes.
pub const LONGEST_LINE: usize = 400;

/// Most lines.
pub const MOST_LINES: usize = 8000;

/// Most lines of a kind that there is few of on any box. The script keeps to them, and names a part that it does not
/// tell whole.
pub const MOST_OF_A_KIND: [(&str, usize); 7] =
    [("addr", 64), ("part", 200), ("at", 1), ("system", 1), ("product", 1), ("sock", 2000), ("conf", 64)];

/// How a line begins the block, before its version.
const BEGIN: &str = "=== separate-entrance inside ";

/// Lines of a whole and unchanged block, each cut into its fields.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block<'t> {
    /// In their order.
    pub lines: Vec<Vec<&'t str>>,
}

/// Reads the frame. Text before and after it is left out: a terminal's prompt stands there.
pub fn read(pasted: &str) -> Result<Block<'_>, Problem> {
    if pasted.len() > MOST_BYTES {
        return Err(Problem::new("paste-too-long").with("most", MOST_BYTES / 1024));
    }
    let mut lines = pasted.lines().map(str::trim_end);
    let begin = lines.by_ref().find_map(|line| line.trim_start().strip_prefix(BEGIN)?.strip_suffix(" begin ==="));
    let version = begin.ok_or_else(|| Problem::new("paste-not-a-block"))?;
    match version.parse::<u32>() {
        Ok(VERSION) => {}
        Ok(version) if version > VERSION => return Err(Problem::new("paste-newer").with("version", version)),
        Ok(_) | Err(_) => return Err(Problem::new("paste-changed")),
    }
    let mut inner = Vec::new();
    for line in lines {
        if let Some(end) = line.strip_prefix(BEGIN) {
            return check(inner, end);
        }
        if inner.len() >= MOST_LINES || line.len() > LONGEST_LINE {
            return Err(Problem::new("paste-too-long").with("most", MOST_BYTES / 1024));
        }
        if line.chars().any(|c| !(' '..='~').contains(&c)) {
            return Err(Problem::new("paste-odd-signs"));
        }
        inner.push(line);
    }
    Err(Problem::new("paste-cut"))
}

fn check<'t>(inner: Vec<&'t str>, end: &str) -> Result<Block<'t>, Problem> {
    let told: Vec<u64> = end.split(' ').filter_map(|word| word.parse().ok()).collect();
    let [version, count, sum] = told.as_slice() else { return Err(Problem::new("paste-changed")) };
    if *version != u64::from(VERSION) {
        return Err(Problem::new("paste-changed"));
    }
    if *count != inner.len() as u64 {
        let code = if (inner.len() as u64) < *count { "paste-cut" } else { "paste-changed" };
        return Err(Problem::new(code));
    }
    if *sum != u64::from(cksum(&inner)) {
        return Err(Problem::new("paste-changed"));
    }
    Ok(Block { lines: inner.into_iter().map(|line| line.split('|').collect()).collect() })
}

/// A block of these lines, as the script of `assets/inside.sh` prints it.
pub fn framed(lines: &[&str]) -> String {
    let inner: String = lines.iter().flat_map(|line| [line, "\n"]).collect();
    let end = format!("{BEGIN}{VERSION} end {} {} ===\n", lines.len(), cksum(lines));
    format!("{BEGIN}{VERSION} begin ===\n{inner}{end}")
}

/// True for the last line of a block.
pub fn is_last(line: &str) -> bool {
    line.starts_with(BEGIN) && line.contains(" end ")
}

/// The checksum of POSIX `cksum` (IEEE Std 1003.1, *cksum*) over these lines, each with a line feed.
fn cksum(lines: &[&str]) -> u32 {
    let mut sum = 0_u32;
    let mut length = 0_u64;
    for byte in lines.iter().flat_map(|line| line.bytes().chain([b'\n'])) {
        sum = step(sum, byte);
        length += 1;
    }
    while length > 0 {
        sum = step(sum, u8::try_from(length & 0xff).unwrap_or_default());
        length >>= 8;
    }
    !sum
}

fn step(sum: u32, byte: u8) -> u32 {
    let mut sum = sum ^ u32::from(byte) << 24;
    for _ in 0..8 {
        sum = if sum & 0x8000_0000 == 0 { sum << 1 } else { (sum << 1) ^ 0x04c1_1db7 };
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    const WHOLE: &str = "root@pbx:~# sh\n=== separate-entrance inside 1 begin ===\nat|1764421200\n\
        set|/etc/asterisk/sip.conf|12|general|externip|203.0.113.5\n\
        === separate-entrance inside 1 end 2 2848845872 ===\nroot@pbx:~#\n";

    fn code(pasted: &str) -> String {
        read(pasted).unwrap_err().code
    }

    #[test]
    fn the_checksum_is_that_of_the_command() {
        // echo 123456789 | cksum
        assert_eq!(cksum(&["123456789"]), 1_552_147_931);
        assert_eq!(cksum(&[]), 4_294_967_295);
    }

    #[test]
    fn a_whole_block_is_read_with_a_prompt_around_it_and_blanks_behind_its_lines() {
        let block = read(WHOLE).unwrap();
        assert_eq!(block.lines.len(), 2);
        assert_eq!(block.lines[1][5], "203.0.113.5");
        assert_eq!(read(&WHOLE.replace('\n', "  \r\n")).unwrap(), block);
    }

    #[test]
    fn a_block_that_is_not_whole_and_as_it_was_is_not_believed() {
        assert_eq!(code("Asterisk 16.28.0 currently running"), "paste-not-a-block");
        assert_eq!(code(WHOLE.split("=== separate-entrance inside 1 end").next().unwrap()), "paste-cut");
        assert_eq!(code(&WHOLE.replace("at|1764421200\n", "")), "paste-cut");
        assert_eq!(code(&WHOLE.replace("203.0.113.5", "203.0.113.6")), "paste-changed");
        assert_eq!(code(&WHOLE.replace("at|", "x|1\nat|")), "paste-changed");
        assert_eq!(code(&WHOLE.replace("inside 1 begin", "inside 2 begin")), "paste-newer");
        assert_eq!(code(&WHOLE.replace("203.0.113.5", "\u{1b}[2J")), "paste-odd-signs");
        assert_eq!(code(&WHOLE.replace("203.0.113.5", &"x".repeat(LONGEST_LINE))), "paste-too-long");
        assert_eq!(code(&"x".repeat(MOST_BYTES + 1)), "paste-too-long");
    }
}
