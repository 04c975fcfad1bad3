//! The block that a phone system's box runs to say what it knows of itself: given to a shell by this program, or pasted
//! into a terminal.

/// Plain sh, which begins a shell of its own, whatever shell the terminal has. It reads, and changes nothing.
pub const SCRIPT: &str = include_str!("../../../assets/inside.sh");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_block_can_be_pasted_into_any_terminal() {
        // A tab asks many a terminal for completion, and other signs come out otherwise in an old one.
        let odd: Vec<&str> = SCRIPT.lines().filter(|l| l.chars().any(|c| !(' '..='~').contains(&c))).collect();
        assert_eq!(odd, Vec::<&str>::new());
        // A terminal takes no more than 4096 signs of a line, some systems no more than 1024.
        assert!(SCRIPT.lines().all(|line| line.len() < 1000));
        // Read to its end before any of it runs: what is pasted after it reaches the terminal and not the script.
        let (first, rest) = SCRIPT.split_once('\n').unwrap();
        let end = first.strip_prefix("sh <<'").and_then(|word| word.strip_suffix('\'')).unwrap();
        assert_eq!(rest.lines().position(|line| line == end), Some(rest.lines().count() - 1));
        assert!(SCRIPT.ends_with('\n'), "its last line is entered too");
    }
}
