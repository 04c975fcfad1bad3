//! The one picture: a street, your building with an entrance for each service, the cabinets that stay locked, the
//! doorman, the guest list and the walker outside. What it shows is decided here from a report; the drawing is data, so
//! that the window and a saved report show the same.

mod ground;
mod house;
mod ink;
pub mod lamp;
pub mod marks;
mod of_report;
mod people;
mod svg;

pub use of_report::{doors, of_report, plate, promise};
pub use svg::{colours, file, mark, svg};

use self::lamp::Lamp;
use self::marks::{Sheet, at};
use crate::domain::service::ServiceId;

/// Width of the drawing in its own units.
pub const WIDTH: f32 = 980.0;
/// Its height.
pub const HEIGHT: f32 = 330.0;
/// Where houses stand.
const FLOOR: f32 = 268.0;

/// What stands around the building, when something does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Around {
    /// Nothing: the wall faces the street.
    Nothing,
    /// A second router.
    Building,
    /// The carrier's shared address.
    Tower,
}

/// One entrance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Door {
    /// Its name plate.
    pub plate: String,
    /// What is known of it.
    pub lamp: Lamp,
    /// Whether the wall has it: somebody was let in, or the router lists it, or nobody looked.
    pub is_there: bool,
    /// The rows behind it.
    pub services: Vec<ServiceId>,
}

/// Where the walker is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Walker {
    /// On the street, and nobody has knocked.
    Waiting,
    /// At a door: its number, with a share between two of them on the way.
    AtDoor(f32),
    /// Back on the street.
    Back,
}

/// Everything that is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// On the wall: the street address.
    pub address: String,
    /// The entrances, from left to right.
    pub doors: Vec<Door>,
    /// The worst state of the cabinets, with its words. Nothing where there are none.
    pub cabinets: Option<(Lamp, String)>,
    /// What stands over the entrances, and whether somebody is in.
    pub phone_system: Option<String>,
    /// A second building, or the shared tower.
    pub around: Around,
    /// Its name.
    pub around_name: String,
    /// What the walker says.
    pub bubble: String,
    /// Where the walker is.
    pub walker: Walker,
    /// Words at the owner's own front door.
    pub own_door: String,
    /// What the doorman is called, where one opens letters.
    pub doorman: Option<String>,
    /// The whole picture in words.
    pub said: String,
}

/// The part of the drawing that has the doors, for screens with little room: from here down to here.
pub const DOORS: (f32, f32) = (110.0, 304.0);

impl Picture {
    /// The drawing, from the back to the front.
    pub fn draw(&self) -> Sheet {
        let mut sheet = Sheet::default();
        ground::draw(&mut sheet);
        let walls = house::draw(&mut sheet, self);
        if let Some(name) = &self.doorman {
            people::doorman(&mut sheet, at(walls.beside, FLOOR + 8.0), name);
        }
        people::walker(&mut sheet, self, &walls);
        sheet
    }
}
