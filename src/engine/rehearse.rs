//! A remote phone, played: finds the phone system by its name, keeps to the budget of such calls, and puts on record
//! what was heard. Never broken off in the middle: a call is ended and our registration taken back first.

use std::net::{IpAddr, SocketAddr};
use std::time::Duration;

use tokio::sync::mpsc;

use super::outside::{leaving, read_invitation};
use super::{Engine, Office, Voice, now};
use crate::domain::dialling::{Place, RehearsalOrder, callable, is_user};
use crate::domain::invitation::Invitation;
use crate::domain::message::{Command, Doing, Event, Problem, RunId};
use crate::domain::rehearsal::{self, CallTrouble, PATIENCE_SECS, PRACTICE_SECOND_MS, Rehearsal, RingRound};
use crate::helper::call_result::CallResult;
use crate::helper::walk;
use crate::net;
use crate::net::call::{Failed, Moment, Order, Phone, Quiet, Waited};

/// How long a name may take to be looked up.
const LOOK_UP: Duration = Duration::from_secs(5);
/// In a practice office the waits are short, but a phone rings as long as anywhere.
const LEAST_PATIENCE: Duration = Duration::from_secs(3);

/// For how long a phone registers that only calls, in seconds.
const CALL_SECS: u32 = 60;
/// What a registration lasts longer than a wait, in seconds.
const SPARE_SECS: u32 = 15;
/// How often it is said how much of a quiet wait is left.
const QUIET_STEP_SECS: u32 = 10;

/// A phone system found, and how to get there.
struct Way {
    host: String,
    server: SocketAddr,
    from: net::From,
    /// Of the office that asked for it, where one did.
    invitation: Option<Invitation>,
}

impl Engine {
    /// Says stop from another thread. Never waits.
    pub fn stopper(&self) -> impl Fn() + Send + 'static {
        // Weak, because the engine ends when nobody can command it any more.
        let commands = self.commands.as_ref().map(mpsc::Sender::downgrade);
        move || {
            if let Some(commands) = commands.as_ref().and_then(mpsc::WeakSender::upgrade) {
                commands.try_send((RunId::default(), Command::Cancel)).ok();
            }
        }
    }
}

impl Office {
    pub(super) async fn rehearse(&mut self, voice: &Voice, order: &RehearsalOrder) {
        let number = match callable(&order.number) {
            Ok(number) => number,
            Err(why) => {
                let code = format!("not-called-{}", why.id());
                return voice.problem(Problem::new(&code).with("number", &order.number)).await;
            }
        };
        let mut heard = Rehearsal::begun(&order.server, &number, now());
        let mut invitation = None;
        let ended = match self.find_way(order, heard.at).await {
            Ok(way) => {
                heard.address = Some(way.server.ip());
                let ended = self.play(voice, order, &number, &way, &mut heard).await;
                heard.vantage = rehearsal::vantage(way.server.ip(), heard.asker);
                invitation = way.invitation;
                ended.map_err(|failed| tell(&failed, order, &mut heard))
            }
            Err(Refused::Problem(problem)) => return voice.problem(problem).await,
            Err(Refused::Failed(failed)) => Err(tell(&failed, order, &mut heard)),
        };
        self.book(&heard);
        voice.say(Event::Rehearsed(Box::new(heard.clone()))).await;
        match ended {
            Err(problem) => voice.problem(problem).await,
            Ok(()) => {
                if let Some(invitation) = invitation {
                    let played = CallResult { asker: heard.asker, call: Some(heard), rings: Vec::new() };
                    tell_code(voice, &invitation, &played).await;
                    self.called = Some((invitation.run_tag(), played));
                }
            }
        }
    }

    /// Registers, calls and listens, and leaves nothing behind.
    async fn play(
        &self,
        voice: &Voice,
        order: &RehearsalOrder,
        number: &str,
        way: &Way,
        heard: &mut Rehearsal,
    ) -> Result<(), Failed> {
        let tell_step = async |done: u32, doing: Doing| voice.say(Event::Progress { done, total: 3, doing }).await;
        let stop = || voice.is_cancelled();
        tell_step(0, Doing::Registering).await;
        let mut phone = Phone::open(self.order(order, way, &stop))?;
        let registered = phone.register(CALL_SECS).await;
        heard.asker = phone.asker;
        heard.registered = registered.is_ok();
        if let Err(failed) = registered {
            phone.leave().await;
            return Err(failed);
        }
        tell_step(1, Doing::Calling).await;
        let called = phone.call(number, async || tell_step(2, Doing::Listening).await).await;
        phone.leave().await;
        let sound = called?;
        heard.answered = true;
        heard.sound_out = sound.out;
        heard.sound_back = Some(sound.back);
        heard.shown_by = sound.shown_by;
        heard.loss_percent = sound.loss_percent;
        heard.jitter_ms = sound.jitter_ms;
        heard.round_trip_ms = sound.round_trip_ms;
        heard.media = sound.media;
        Ok(())
    }

    pub(super) async fn ring_test(&mut self, voice: &Voice, order: &RehearsalOrder, waits: &[u32]) {
        let mut heard = Rehearsal::begun(&order.server, "", now());
        let ended = match self.find_way(order, heard.at).await {
            Ok(way) => {
                heard.address = Some(way.server.ip());
                let mut played = CallResult::default();
                let ended = self.wait_for_calls(voice, order, waits, &way, &mut played).await;
                if let Some(invitation) = way.invitation.filter(|_| !played.rings.is_empty()) {
                    // A call just made for the same office goes home in the same code.
                    let known = self.called.take().filter(|(tag, _)| *tag == invitation.run_tag());
                    played.call = known.and_then(|(_, before)| before.call);
                    tell_code(voice, &invitation, &played).await;
                    self.called = Some((invitation.run_tag(), played));
                }
                ended
            }
            Err(Refused::Problem(problem)) => return voice.problem(problem).await,
            Err(Refused::Failed(failed)) => Err(failed),
        };
        if let Err(failed) = ended {
            let problem = tell(&failed, order, &mut heard);
            self.book(&heard);
            voice.problem(problem).await;
        }
    }

    /// Each wait begins with a fresh registration. The first that ends without a ring is the last: a longer one would
    /// say no more.
    async fn wait_for_calls(
        &self,
        voice: &Voice,
        order: &RehearsalOrder,
        waits: &[u32],
        way: &Way,
        played: &mut CallResult,
    ) -> Result<(), Failed> {
        let stop = || voice.is_cancelled();
        let mut phone = Phone::open(self.order(order, way, &stop))?;
        let total = u32::try_from(waits.len()).unwrap_or(u32::MAX);
        let mut ended = Ok(());
        for (done, quiet_secs) in (0..).zip(waits.iter().copied()) {
            let tell_step = async |doing: Doing| voice.say(Event::Progress { done, total, doing }).await;
            tell_step(Doing::Registering).await;
            phone.extend(net::call::WHOLE);
            let needed = quiet_secs + PATIENCE_SECS;
            let granted = match phone.register(needed + SPARE_SECS).await {
                Ok(granted) => granted,
                Err(failed) => {
                    ended = Err(failed);
                    break;
                }
            };
            // A phone that must register again sooner never stays quiet for so long.
            if granted < u64::from(needed) {
                break;
            }
            let at = now();
            let quiet = Quiet { whole: self.story_time(quiet_secs), step: self.story_time(QUIET_STEP_SECS) };
            let patience = self.story_time(PATIENCE_SECS).max(LEAST_PATIENCE);
            let tell = async |moment| match moment {
                Moment::QuietFor(left) => tell_step(Doing::KeepingQuiet(self.story_secs(left))).await,
                Moment::CallNow => tell_step(Doing::WaitingForCall).await,
            };
            let waited = phone.wait_for_ring(quiet, patience, tell).await;
            let rang = match waited {
                Waited::Rang => true,
                Waited::Quiet => false,
                Waited::GivenUp => break,
            };
            let address = way.server.ip();
            let vantage = rehearsal::vantage(address, phone.asker);
            let round = RingRound { quiet_secs, rang, at, vantage, address: Some(address) };
            played.asker = phone.asker;
            played.rings.push(round.clone());
            voice.say(Event::Rang(round)).await;
            if !rang {
                break;
            }
        }
        phone.leave().await;
        ended
    }

    fn order<'a>(&'a self, order: &'a RehearsalOrder, way: &'a Way, stop: &'a (dyn Fn() -> bool + Sync)) -> Order<'a> {
        Order {
            server: way.server,
            host: &way.host,
            user: &order.user,
            password: &order.password,
            from: &way.from,
            surroundings: &self.surroundings,
            stop,
        }
    }

    /// Finds the phone system and takes room in the budget. Sends nothing.
    async fn find_way(&mut self, order: &RehearsalOrder, at: jiff::Timestamp) -> Result<Way, Refused> {
        let no_name = || Refused::Failed(Failed { trouble: CallTrouble::NoSuchName, seen: None });
        if !is_user(&order.user) {
            return Err(Refused::Problem(Problem::new("unknown-extension").with("user", &order.user)));
        }
        let place = Place::parse(&order.server).ok_or_else(no_name)?;
        let adapters = net::adapter::adapters_in(&self.surroundings).await;
        let from = leaving(&adapters, order.interface.as_deref()).map_err(Refused::Problem)?;
        let invitation = order.code.as_deref().map(read_invitation).transpose().map_err(Refused::Problem)?;
        let ip = self.look_up(&place).await.ok_or_else(no_name)?;
        if let Some(invitation) = &invitation {
            let own: Vec<IpAddr> = adapters.iter().map(|a| IpAddr::V4(a.address)).collect();
            self.may_call(ip, &place, invitation, &own).map_err(Refused::Problem)?;
        }
        let mut ledger = self.ledger();
        if !ledger.take_play(ip, at) {
            return Err(Refused::Problem(Problem::new("call-limit").with("server", &order.server)));
        }
        self.keep_ledger(ledger);
        Ok(Way { host: place.in_uri(), server: SocketAddr::new(ip, place.port), from, invitation })
    }

    /// With an office's code only that office is called, at an address that a visitor may knock at.
    fn may_call(&self, ip: IpAddr, place: &Place, invitation: &Invitation, own: &[IpAddr]) -> Result<(), Problem> {
        if ip != invitation.address {
            let told = Problem::new("not-called-elsewhere").with("server", &place.host);
            return Err(told.with("leads", ip).with("address", invitation.address));
        }
        walk::admit(ip, &self.surroundings, own)
    }

    async fn look_up(&self, place: &Place) -> Option<IpAddr> {
        if let Ok(ip) = place.host.parse() {
            return Some(ip);
        }
        if self.surroundings.practice.is_some() {
            return None;
        }
        let looking = tokio::net::lookup_host((place.host.as_str(), place.port));
        let found: Vec<SocketAddr> = tokio::time::timeout(LOOK_UP, looking).await.ok()?.ok()?.take(16).collect();
        // Version 1 proves IPv4.
        found.iter().find(|a| a.is_ipv4()).or_else(|| found.first()).map(SocketAddr::ip)
    }

    /// A wrong password counts, so that nobody's street is banned by a third guess.
    fn book(&mut self, heard: &Rehearsal) {
        if heard.trouble == Some(CallTrouble::WrongPassword)
            && let Some(ip) = heard.address
        {
            let mut ledger = self.ledger();
            ledger.was_wrong(ip, heard.at);
            self.keep_ledger(ledger);
        }
    }

    fn story_time(&self, seconds: u32) -> Duration {
        Duration::from_millis(u64::from(seconds) * self.second_ms())
    }

    /// The same backwards.
    fn story_secs(&self, time: Duration) -> u32 {
        u32::try_from(time.as_millis() / u128::from(self.second_ms())).unwrap_or(u32::MAX)
    }

    const fn second_ms(&self) -> u64 {
        if self.surroundings.practice.is_some() { PRACTICE_SECOND_MS } else { 1000 }
    }
}

async fn tell_code(voice: &Voice, invitation: &Invitation, played: &CallResult) {
    if let Some(code) = played.encode(invitation) {
        voice.say(Event::CallCode(code)).await;
    }
}

/// Why a phone was not played at all.
enum Refused {
    Problem(Problem),
    Failed(Failed),
}

/// Puts on record how far it got, and says so.
fn tell(failed: &Failed, order: &RehearsalOrder, heard: &mut Rehearsal) -> Problem {
    heard.trouble = Some(failed.trouble);
    heard.seen.clone_from(&failed.seen);
    Problem::new(&format!("call-{}", failed.trouble.id()))
        .with("server", &order.server)
        .with("user", &order.user)
        .with("number", &heard.number)
        .with("why", failed.seen.clone().unwrap_or_default())
}
