//! What the phone system of a story says of itself: the story's lines between the first and the last line of a block, as
//! a box prints them.

use jiff::Timestamp;

use crate::domain::inside::block;
use crate::practice::PracticeOffice;

impl PracticeOffice {
    /// The answer of its box at this time; none where there is nothing to look into.
    pub fn block(&self, at: Timestamp) -> Option<String> {
        self.inside.as_deref().map(|lines| framed(lines, at))
    }
}

fn framed(story: &str, at: Timestamp) -> String {
    let at = format!("at|{}", at.as_second());
    let lines: Vec<&str> = std::iter::once(at.as_str()).chain(story.lines().filter(|l| !l.is_empty())).collect();
    block::framed(&lines)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::inside::block::read;

    #[test]
    fn a_storys_answer_is_framed_as_a_box_frames_it() {
        let block = framed("system|asterisk|18.9.0\n\naddr|eth0|192.168.77.20/24\n", Timestamp::UNIX_EPOCH);
        let read = read(&block).unwrap();
        assert_eq!(
            read.lines.iter().map(|l| l.join("|")).collect::<Vec<_>>(),
            ["at|0", "system|asterisk|18.9.0", "addr|eth0|192.168.77.20/24"]
        );
    }
}
