//! The window: draws the wizard and turns clicks and keys into its actions. It decides nothing, knows no network and
//! does nothing that takes longer than a frame.

mod announce;
mod app;
mod colours;
mod drafts;
mod frame;
mod keeper;
mod keys;
mod lamp;
mod menu;
mod motion;
mod newer;
mod pages;
mod parts;
mod picture;
mod place;
mod rail;
mod scene;
mod screens;
mod street;
mod taken_back;
pub mod theme;
mod tiles;
mod vendor;
mod visitors;
mod window;
mod words;

pub use app::{App, Front, Start, run};
pub use motion::Wanted;
pub use pages::{Page, WORDS};
pub use scene::{Move, PracticeChoice, Whereabouts};
pub use vendor::News;
pub use window::Window;
