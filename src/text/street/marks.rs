//! What the picture is made of: shapes and tokens of colour, for the window's painter and for a page of a report alike.

/// A place on the drawing, in its own units: to the right and down from the upper left corner.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// To the right.
    pub x: f32,
    /// Down.
    pub y: f32,
}

/// A place.
pub const fn at(x: f32, y: f32) -> Point {
    Point { x, y }
}

impl Point {
    /// Somewhere beside it.
    #[must_use]
    pub const fn by(self, x: f32, y: f32) -> Self {
        Self { x: self.x + x, y: self.y + y }
    }
}

/// A rectangle.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Area {
    /// Upper left.
    pub min: Point,
    /// Lower right.
    pub max: Point,
}

impl Area {
    /// Between two corners.
    pub const fn new(left: f32, top: f32, right: f32, bottom: f32) -> Self {
        Self { min: at(left, top), max: at(right, bottom) }
    }

    /// Around a place.
    pub const fn around(centre: Point, width: f32, height: f32) -> Self {
        let (w, h) = (width / 2.0, height / 2.0);
        Self::new(centre.x - w, centre.y - h, centre.x + w, centre.y + h)
    }

    /// Its middle.
    pub const fn centre(self) -> Point {
        at(f32::midpoint(self.min.x, self.max.x), f32::midpoint(self.min.y, self.max.y))
    }

    /// From left to right.
    pub const fn width(self) -> f32 {
        self.max.x - self.min.x
    }

    /// From top to bottom.
    pub const fn height(self) -> f32 {
        self.max.y - self.min.y
    }
}

/// A colour's place in the picture. What it looks like by day, at night and on paper stands in `ink`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "each is named after the thing that it paints")]
pub enum Ink {
    SkyHigh,
    SkyLow,
    Sun,
    Star,
    Far,
    Leaf,
    LeafDeep,
    Trunk,
    Pavement,
    Kerb,
    Road,
    Dash,
    Wall,
    WallLine,
    Plinth,
    Roof,
    RoofDeep,
    Frame,
    Pane,
    Door,
    Panel,
    HomeDoor,
    HomePanel,
    Knob,
    Iron,
    Glow,
    Plate,
    Cabinet,
    CabinetLine,
    Other,
    OtherLine,
    OtherPane,
    Skin,
    Hair,
    Coat,
    CoatDeep,
    Uniform,
    Brass,
    Paper,
    Text,
    Soft,
    Lamp,
    LampRim,
    LampInk,
    Good,
    Bad,
    Accent,
    Card,
    Idle,
}

/// A colour, and how much of it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tint {
    /// Which.
    pub ink: Ink,
    /// From 0, not seen, to 1, nothing behind it is seen.
    pub share: f32,
}

impl From<Ink> for Tint {
    fn from(ink: Ink) -> Self {
        ink.faint(1.0)
    }
}

impl Ink {
    /// A share of it.
    pub const fn faint(self, share: f32) -> Tint {
        Tint { ink: self, share }
    }
}

/// A drawn line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Edge {
    /// Its colour.
    pub tint: Tint,
    /// In the drawing's units.
    pub width: f32,
}

/// A line of this colour.
pub fn edge(tint: impl Into<Tint>, width: f32) -> Edge {
    Edge { tint: tint.into(), width }
}

/// What words stand on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Board {
    /// The wall itself.
    Wall,
    /// A name plate.
    Plate,
    /// Said by somebody.
    Bubble,
}

/// Words on the drawing. The drawing is made without knowing how wide letters are, so whoever paints it cuts what does
/// not fit.
#[derive(Clone, Debug, PartialEq)]
pub struct Sign {
    /// Their middle.
    pub at: Point,
    /// What they say.
    pub text: String,
    /// Height of the letters.
    pub size: f32,
    /// Their colour.
    pub ink: Ink,
    /// Width that they may take.
    pub room: f32,
    /// Lines that they may take.
    pub rows: usize,
    /// What they stand on.
    pub board: Board,
}

/// One shape. Later ones lie over earlier ones.
#[derive(Clone, Debug, PartialEq)]
pub enum Mark {
    /// From one colour above to another below.
    Fade(Area, Ink, Ink),
    /// A rectangle with round corners.
    Block {
        /// Where.
        area: Area,
        /// Of its corners.
        radius: f32,
        /// Inside.
        fill: Tint,
        /// Around it.
        edge: Option<Edge>,
    },
    /// A shape without dents.
    Shape(Vec<Point>, Tint),
    /// A circle.
    Disc {
        /// Its middle.
        at: Point,
        /// Of the circle.
        radius: f32,
        /// Inside.
        fill: Tint,
        /// Around it.
        edge: Option<Edge>,
    },
    /// A line with round ends.
    Line(Vec<Point>, Edge),
    /// Footsteps along a line.
    Steps(Vec<Point>, Tint),
    /// Words.
    Sign(Sign),
}

/// The drawing while it is made.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
    /// From the back to the front.
    pub marks: Vec<Mark>,
}

impl Sheet {
    /// A rectangle.
    pub fn block(&mut self, area: Area, radius: f32, fill: impl Into<Tint>) {
        self.marks.push(Mark::Block { area, radius, fill: fill.into(), edge: None });
    }

    /// A rectangle with a line around it.
    pub fn framed(&mut self, area: Area, radius: f32, fill: impl Into<Tint>, edge: Edge) {
        self.marks.push(Mark::Block { area, radius, fill: fill.into(), edge: Some(edge) });
    }

    /// A shape without dents.
    pub fn shape(&mut self, points: impl Into<Vec<Point>>, fill: impl Into<Tint>) {
        self.marks.push(Mark::Shape(points.into(), fill.into()));
    }

    /// A circle.
    pub fn disc(&mut self, at: Point, radius: f32, fill: impl Into<Tint>) {
        self.marks.push(Mark::Disc { at, radius, fill: fill.into(), edge: None });
    }

    /// A circle with a line around it.
    pub fn ring(&mut self, at: Point, radius: f32, fill: impl Into<Tint>, edge: Edge) {
        self.marks.push(Mark::Disc { at, radius, fill: fill.into(), edge: Some(edge) });
    }

    /// A line.
    pub fn line(&mut self, points: impl Into<Vec<Point>>, edge: Edge) {
        self.marks.push(Mark::Line(points.into(), edge));
    }

    /// Words.
    pub fn sign(&mut self, sign: Sign) {
        if !sign.text.is_empty() {
            self.marks.push(Mark::Sign(sign));
        }
    }
}
