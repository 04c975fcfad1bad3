//! What the program was started for.

/// What stands in the name of a copy that is carried to a colleague.
const NAMED: &str = "help-a-colleague";

/// What the program was started for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Purpose {
    /// All of it.
    #[default]
    Everything,
    /// To knock at somebody else's office. Such a copy keeps no journal, so it opens nothing.
    HelpColleague,
}

impl Purpose {
    /// By the name that the program was given: a download may have a number behind it, or other letters.
    pub fn by_name(name: &str) -> Self {
        if name.to_lowercase().contains(NAMED) { Self::HelpColleague } else { Self::Everything }
    }
}

#[cfg(test)]
mod tests {
    use super::Purpose;

    #[test]
    fn the_name_tells_whatever_a_browser_made_of_it() {
        for name in [
            "help-a-colleague",
            "help-a-colleague.exe",
            "help-a-colleague (1).exe",
            "Help-A-Colleague-0.1.0-x86_64.AppImage",
            "example-telecom-help-a-colleague",
        ] {
            assert_eq!(Purpose::by_name(name), Purpose::HelpColleague, "{name}");
        }
        for name in ["separate-entrance", "separate-entrance.exe", "help", "colleague", ""] {
            assert_eq!(Purpose::by_name(name), Purpose::Everything, "{name}");
        }
    }
}
