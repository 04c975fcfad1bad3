//! One window for each person: a second start speaks to the first over this computer's loopback address and hands over
//! what it was given. Whoever cannot read the first one's note in the program's folder cannot speak to it.

use std::net::Ipv4Addr;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use serde::{Deserialize, Serialize};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::runtime::{Builder, Runtime};
use tokio::sync::{mpsc, oneshot};
use tokio::time::timeout;

use crate::domain::rounds::Owner;
use crate::engine::{Wake, now};
use crate::net::chance;
use crate::store::seat::{self, Door, Seat, Taken};

/// A code has some hundred letters.
const MOST_BYTES: u64 = 16 * 1024;
/// Both ends are this computer, and the first one's thread does nothing else.
const PATIENCE: Duration = Duration::from_secs(1);
/// The first one may be starting or ending at this moment: it is asked so often, with so long a pause.
const TRIES: u32 = 4;
const PAUSE: Duration = Duration::from_millis(250);
/// Starts that wait for the window's next frame. A person cannot start it more often in that time.
const WAITING: usize = 8;
/// What the first says when it has understood.
const HEARD: &[u8] = b"heard";

/// What a second start says.
#[derive(Serialize, Deserialize)]
struct Word {
    key: String,
    code: Option<String>,
}

/// A second start was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Visit {
    /// The code or link it was given.
    pub code: Option<String>,
}

/// What became of this start.
#[derive(Debug)]
pub enum Entered {
    /// Nobody was there.
    First(FrontDoor),
    /// A window is there, comes to the front and has what this start was given.
    HandedOver,
    /// A window is there and does not answer.
    Unheard(Option<Owner>),
    /// Nobody can tell, because the program's folder cannot be used. The window says that itself.
    Untold,
}

/// Takes the seat of the one window, or hands over to whoever has it.
pub fn enter(code: Option<&str>) -> Entered {
    let mut entered = look_in(code);
    for _ in 1..TRIES {
        if !matches!(entered, Entered::Unheard(_)) {
            break;
        }
        std::thread::sleep(PAUSE);
        entered = look_in(code);
    }
    entered
}

/// The same without patience, for a window that must not stand still.
pub fn look_in(code: Option<&str>) -> Entered {
    let Ok(runtime) = Builder::new_current_thread().enable_all().build() else { return Entered::Untold };
    match seat::take(now()) {
        Ok(Taken::Ours(seat)) => FrontDoor::open(seat, runtime).map_or(Entered::Untold, Entered::First),
        Ok(Taken::Theirs { door, owner }) => {
            let heard = door.is_some_and(|door| runtime.block_on(knock(&door, code)).is_some());
            if heard { Entered::HandedOver } else { Entered::Unheard(owner) }
        }
        Err(_) => Entered::Untold,
    }
}

async fn knock(door: &Door, code: Option<&str>) -> Option<()> {
    let word = serde_json::to_vec(&Word { key: door.key.clone(), code: code.map(ToOwned::to_owned) }).ok()?;
    let spoken = async {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, door.port)).await.ok()?;
        stream.write_all(&word).await.ok()?;
        stream.shutdown().await.ok()?;
        let mut answer = Vec::new();
        stream.take(64).read_to_end(&mut answer).await.ok()?;
        (answer == HEARD).then_some(())
    };
    timeout(PATIENCE, spoken).await.ok()?
}

/// Where second starts come in. Dropping it gives the seat up.
#[derive(Debug)]
pub struct FrontDoor {
    visits: mpsc::Receiver<Visit>,
    wake: Bell,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<std::thread::JoinHandle<()>>,
    _seat: Seat,
}

/// Rings in the window once there is one.
#[derive(Clone, Default)]
struct Bell(Arc<Mutex<Option<Wake>>>);

impl std::fmt::Debug for Bell {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Bell").finish_non_exhaustive()
    }
}

impl Bell {
    fn ring(&self) {
        if let Some(wake) = &*self.0.lock().unwrap_or_else(PoisonError::into_inner) {
            wake();
        }
    }
}

impl FrontDoor {
    fn open(seat: Seat, runtime: Runtime) -> Option<Self> {
        let listener = runtime.block_on(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))).ok()?;
        let port = listener.local_addr().ok()?.port();
        let key = chance::hex(&chance::random::<16>().ok()?);
        seat.tell(&Door { port, key: key.clone() }).ok()?;
        let (said, visits) = mpsc::channel(WAITING);
        let (stop, stopped) = oneshot::channel();
        let wake = Bell::default();
        let bell = wake.clone();
        let thread = std::thread::Builder::new().name("front-door".to_owned()).spawn(move || {
            runtime.block_on(async {
                tokio::select! {
                    () = serve(listener, &key, &said, &bell) => {}
                    _ = stopped => {}
                }
            });
        });
        Some(Self { visits, wake, stop: Some(stop), thread: Some(thread.ok()?), _seat: seat })
    }

    /// Called after each visit, so that the window notices it.
    pub fn wake_by(&self, wake: Wake) {
        *self.wake.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(wake);
        // Whoever came before there was a window is still waiting.
        self.wake.ring();
    }

    /// The next visit, if there was one. Never waits.
    pub fn try_next(&mut self) -> Option<Visit> {
        self.visits.try_recv().ok()
    }
}

impl Drop for FrontDoor {
    fn drop(&mut self) {
        self.stop = None;
        if let Some(thread) = self.thread.take() {
            thread.join().ok();
        }
    }
}

/// One visitor after another: each has little to say.
async fn serve(listener: TcpListener, key: &str, said: &mpsc::Sender<Visit>, bell: &Bell) {
    loop {
        let Ok((stream, _)) = listener.accept().await else {
            // No handles left, for example: they come back.
            tokio::time::sleep(Duration::from_secs(1)).await;
            continue;
        };
        if timeout(PATIENCE, hear(stream, key, said)).await.is_ok_and(|heard| heard.is_some()) {
            bell.ring();
        }
    }
}

/// Whoever knows the key is answered once the window is sure to hear of it.
async fn hear(mut stream: TcpStream, key: &str, said: &mpsc::Sender<Visit>) -> Option<()> {
    let mut spoken = Vec::new();
    (&mut stream).take(MOST_BYTES).read_to_end(&mut spoken).await.ok()?;
    let word: Word = serde_json::from_slice(&spoken).ok()?;
    if word.key != key {
        return None;
    }
    said.try_send(Visit { code: word.code }).ok()?;
    stream.write_all(HEARD).await.ok()
}
