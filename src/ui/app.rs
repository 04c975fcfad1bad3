//! The thin shell around the window: drains the engine's events, sends the orders that follow, and moves between the
//! real office and practice offices. The only place in the window that reads a clock.

use std::sync::mpsc::Receiver;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use jiff::Timestamp;

use super::keeper::{Keeper, told};
use super::motion::{self, Wanted};
use super::newer::Lookout;
use super::pages::whereabouts;
use super::place::{self, Place as OnScreen};
use super::scene::{Move, PracticeChoice};
use super::theme;
use super::window::Window;
use crate::domain::message::{Event, Problem, RunId};
use crate::domain::office::Answers;
use crate::domain::preset::Preset;
use crate::domain::purpose::Purpose;
use crate::engine::one_window::FrontDoor;
use crate::engine::{Engine, Place, Wake};
use crate::store::look::last_look;
use crate::store::{Store, profiles, usual_folder};
use crate::text::Text;
use crate::text::letterhead::Letterhead;
use crate::wizard::{Action, Order, Wizard};

/// The window's icon.
const ICON: &[u8] = include_bytes!("../../assets/icons/icon.png");

/// The sitting, before any run.
const SITTING: RunId = RunId(0);

/// How the program is started.
#[derive(Clone, Debug, Default)]
pub struct Start {
    /// Answers given on the command line.
    pub answers: Answers,
    /// An office's code or link to begin with: its reader is shown what it asks for.
    pub code: Option<String>,
    /// A practice office to begin in.
    pub practice: Option<String>,
    /// Practice offices to offer.
    pub offices: Vec<PracticeChoice>,
    /// Language of the words.
    pub lang: String,
    /// What a phone company preset.
    pub preset: Option<Preset>,
    /// What is wrong with that.
    pub preset_fault: Option<Problem>,
    /// What the program is there for.
    pub purpose: Purpose,
    /// Where second starts come in; none where nobody minds how many windows there are.
    pub front: Option<Front>,
}

/// The front door of the one window, while it shows the real office. Empty in a practice office: several of those may
/// stand side by side.
pub type Front = Arc<Mutex<Option<FrontDoor>>>;

/// Window and engine.
pub struct App {
    pub(super) window: Window,
    engine: Option<Engine>,
    keeper: Keeper,
    /// What the system asks for, until it has said so.
    wanted: Option<Receiver<Wanted>>,
    pub(super) wake: Wake,
    pub(super) start: Start,
    /// A code that came with a second start, until the wizard is free to read it.
    pub(super) waiting: Option<String>,
    place: OnScreen,
    pub(super) lookout: Lookout,
}

impl std::fmt::Debug for App {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("App").field("window", &self.window).finish_non_exhaustive()
    }
}

/// Reads the clock. The shell is one of the few rooms that may.
#[expect(clippy::disallowed_methods, reason = "the shell hands the time to the rooms that have no clock")]
fn now() -> Timestamp {
    Timestamp::now()
}

impl App {
    /// Opens the office that `start` names. `wake` is called after each event of the engine.
    pub fn new(start: Start, wake: Wake) -> Self {
        let place = start.practice.clone().map_or(Place::Real, Place::Practice);
        let text = Text::new(&start.lang).on(start.preset.as_ref().map(Letterhead::from));
        let mut window = Window::new(Wizard::start(None, now()), text, start.offices.clone());
        window.speak(start.preset.as_ref().and_then(|preset| preset.language.clone()));
        let wanted = motion::ask(wake.clone());
        let mut app = Self {
            window,
            engine: None,
            keeper: Keeper::default(),
            wanted,
            wake,
            start,
            waiting: None,
            place: OnScreen::default(),
            lookout: Lookout::default(),
        };
        app.listen();
        // Before anything else opens the settings: what is wrong with them is told once.
        let (look, set_aside) = last_look(None).unwrap_or_default();
        app.window.wear(look);
        app.window.lies(usual_folder().map(|folder| whereabouts(&folder)).unwrap_or_default());
        app.enter(place);
        app.tell(told(set_aside));
        let fault = app.start.preset_fault.take().map(Event::Problem);
        app.tell(fault.into_iter().collect());
        if let Some(code) = app.start.code.take() {
            app.help_by(code);
        }
        app
    }

    /// Everything that is drawn.
    pub const fn window(&self) -> &Window {
        &self.window
    }

    /// Leaves the office that is open, and opens this one. All calls of the engine and the store stand here and in
    /// [`Self::drain`] and [`Self::send`].
    pub(super) fn enter(&mut self, place: Place) {
        // The engine before it ends first: its thread may have a change to read back.
        self.engine = None;
        let practice = matches!(place, Place::Practice(_));
        let mut set_aside = Vec::new();
        let (mut last, mut helper) = (None, None);
        if !practice && let Ok((store, damaged)) = Store::open(None) {
            last = store.last_report();
            helper.clone_from(&store.settings().helper);
            set_aside = damaged;
        }
        let mut wizard = Wizard::start(last, now()).with_helper(helper).looking_after();
        if !practice && self.start.answers != Answers::default() {
            wizard = wizard.with_answers(self.start.answers.clone());
        }
        if !practice {
            wizard = wizard.prepared(self.start.preset.as_ref());
        }
        if !practice && self.start.purpose == Purpose::HelpColleague {
            wizard = wizard.only_helping();
        }
        self.window.replace(wizard);
        if !practice {
            for problem in profiles::load(None) {
                self.window.receive(SITTING, Event::Problem(problem));
            }
        }
        self.tell(told(set_aside));
        match Engine::start(place, None, self.wake.clone()) {
            Ok(engine) => self.engine = Some(engine),
            Err(error) => {
                let problem = Problem::new("engine-not-started").with("why", error);
                self.window.receive(SITTING, Event::Problem(problem));
            }
        }
        if practice {
            let orders = self.window.act(Action::CheckMine, now());
            self.send(orders);
        }
    }

    /// Begins on the colleague's side. Nothing is sent before a yes.
    pub(super) fn help_by(&mut self, code: String) {
        for action in [Action::HelpColleague, Action::OpenInvitation(code)] {
            let orders = self.window.act(action, now());
            self.send(orders);
        }
    }

    fn send(&self, orders: Vec<Order>) {
        for (run, command) in orders {
            if let Some(engine) = &self.engine {
                engine.send(run, command);
            }
        }
    }

    /// Tells the window something that belongs to the sitting.
    pub(super) fn tell(&mut self, events: Vec<Event>) {
        for event in events {
            self.window.receive(SITTING, event);
        }
    }

    /// Takes in what the engine has said since the last frame.
    fn drain(&mut self) {
        if let Some(wanted) = self.wanted.as_ref().and_then(|w| w.try_recv().ok()) {
            self.window.system_wants(wanted);
            self.wanted = None;
        }
        let told = self.keeper.drain(&self.wake);
        self.tell(told);
        self.look_out();
        while let Some((run, event)) = self.engine.as_mut().and_then(Engine::try_next) {
            let orders = self.window.receive(run, event);
            self.send(orders);
        }
    }

    /// One frame.
    fn frame(&mut self, ui: &mut egui::Ui) {
        let orders = self.window.show(ui, now());
        self.send(orders);
        if let Some(look) = self.window.take_look() {
            self.keeper.keep(look, &self.wake);
        }
        if let Some(answer) = self.window.take_newer_answer() {
            self.answer_newer(answer);
        }
        match self.window.take_move() {
            Some(Move::Practice(id)) => {
                self.leave_home();
                self.enter(Place::Practice(id));
            }
            Some(Move::Real) => self.go_home(),
            None => return,
        }
        ui.ctx().request_repaint();
    }
}

impl eframe::App for App {
    fn logic(&mut self, ctx: &egui::Context, _frame: &mut eframe::Frame) {
        self.drain();
        self.let_in(ctx);
        self.place.watch(ctx);
    }

    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        self.frame(ui);
    }
}

/// Ends with the window, and with whatever else ends it in good order.
impl Drop for App {
    fn drop(&mut self) {
        self.place.keep();
    }
}

/// The app, watched: hands over what it measured and closes the window.
struct SelfTest {
    app: App,
    began: Instant,
    first_frame: Option<Duration>,
    stage: Stage,
    frames: u64,
    /// Frames of the watch that the watch itself asked for.
    asked_for: u64,
    /// Frames that nobody asked for while nobody touched the window.
    idle_frames: u64,
    tell: fn(&str),
}

/// How far a self test is.
#[derive(Clone, Copy, Debug)]
enum Stage {
    /// The first frames.
    Settling,
    /// Watched since then.
    Resting(Instant),
    /// Drawn as often as it can be since then.
    Drawing(Instant),
    /// Told; the window is about to close.
    Over,
}

/// A window manager may ask for a few frames of its own in the beginning.
const SETTLING: Duration = Duration::from_millis(500);
/// How long the window is watched while nobody touches it.
const WATCHED: Duration = Duration::from_secs(1);

impl SelfTest {
    fn new(app: App, began: Instant, tell: fn(&str)) -> Self {
        Self { app, began, first_frame: None, stage: Stage::Settling, frames: 0, asked_for: 0, idle_frames: 0, tell }
    }

    /// Asks to be called when the time is up, and then says so. A frame may come a little early.
    fn is_over(&mut self, ctx: &egui::Context, since: Instant, time: Duration) -> bool {
        let left = time.saturating_sub(since.elapsed());
        if !left.is_zero() {
            self.asked_for += 1;
            ctx.request_repaint_after(left + Duration::from_millis(20));
        }
        left.is_zero()
    }

    fn watch(&mut self, ctx: &egui::Context) {
        self.frames += 1;
        let first_frame = *self.first_frame.get_or_insert_with(|| self.began.elapsed());
        match self.stage {
            Stage::Settling => {
                if self.is_over(ctx, self.began + first_frame, SETTLING) {
                    let now = Instant::now();
                    self.stage = Stage::Resting(now);
                    (self.frames, self.asked_for) = (0, 0);
                    self.is_over(ctx, now, WATCHED);
                }
            }
            Stage::Resting(since) => {
                if self.is_over(ctx, since, WATCHED) {
                    self.idle_frames = self.frames.saturating_sub(self.asked_for);
                    self.stage = Stage::Drawing(Instant::now());
                    self.frames = 0;
                    ctx.request_repaint();
                }
            }
            Stage::Drawing(since) => {
                ctx.request_repaint();
                if since.elapsed() >= WATCHED {
                    self.stage = Stage::Over;
                    let line = serde_json::json!({
                        "first_frame_ms": u64::try_from(first_frame.as_millis()).unwrap_or(u64::MAX),
                        "resident_kib": resident_kib(),
                        "idle_frames": self.idle_frames,
                        "frames_a_second": self.frames,
                        "step": self.app.window.wizard().step().id(),
                    });
                    (self.tell)(&line.to_string());
                    ctx.send_viewport_cmd(egui::ViewportCommand::Close);
                }
            }
            Stage::Over => {}
        }
    }
}

impl eframe::App for SelfTest {
    fn logic(&mut self, ctx: &egui::Context, frame: &mut eframe::Frame) {
        self.app.logic(ctx, frame);
    }

    fn ui(&mut self, ui: &mut egui::Ui, frame: &mut eframe::Frame) {
        self.app.ui(ui, frame);
        self.watch(ui.ctx());
    }
}

/// Memory of this program that is in use, where the system says it without special rights.
fn resident_kib() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|l| l.strip_prefix("VmRSS:"))?;
    line.split_whitespace().next()?.parse().ok()
}

/// Opens the window and stays until it is closed. With `self_test` it measures itself, hands one line to it and
/// closes.
pub fn run(start: &Start, renderer: eframe::Renderer, began: Instant, self_test: Option<fn(&str)>) -> eframe::Result {
    let title = Text::new(&start.lang).get("window-title", &std::collections::BTreeMap::new());
    // A window that is measured stands as every other one that is.
    let remembered = if self_test.is_none() { place::remembered() } else { None };
    let viewport = egui::ViewportBuilder::default()
        .with_title(title.clone())
        .with_app_id("separate-entrance")
        .with_icon(eframe::icon_data::from_png_bytes(ICON).unwrap_or_default());
    let options =
        eframe::NativeOptions { viewport: place::sized(viewport, remembered.as_ref()), renderer, ..Default::default() };
    let start = start.clone();
    eframe::run_native(
        &title,
        options,
        Box::new(move |created| {
            theme::install(&created.egui_ctx);
            let ctx = created.egui_ctx.clone();
            if let (Some(window), Some(place)) = (created.winit_window(), &remembered) {
                place::put(window, place);
            }
            let mut app = App::new(start, Arc::new(move || ctx.request_repaint()));
            Ok(match self_test {
                None => {
                    app.place = OnScreen::begun_at(remembered);
                    Box::new(app)
                }
                Some(tell) => Box::new(SelfTest::new(app, began, tell)),
            })
        }),
    )
}
