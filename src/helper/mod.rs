//! The outside: invitation and result codes, and one walk from another street to one office. Knows no window and no
//! files; what it may knock on is bounded here and nowhere else.

pub mod doors;
pub mod invitation;
pub mod letters;
pub mod limits;
pub mod result;
pub mod walk;
