//! The window: draws the wizard and turns clicks and keys into its actions. It decides nothing, knows no network and
//! does nothing that takes longer than a frame.

mod app;
mod drafts;
mod keys;
mod lamp;
mod parts;
mod picture;
mod place;
mod rail;
mod scene;
mod screens;
mod street;
pub mod theme;
mod tiles;
mod window;
mod words;

pub use app::{App, Front, Start, run};
pub use scene::{Move, PracticeChoice};
pub use window::Window;
