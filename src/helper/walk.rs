//! The walk: from another street to one office, courtesy first, bounded in doors, messages and time. It knocks on
//! nothing that the invitation and the profile do not name, and concludes nothing.

use std::net::{IpAddr, SocketAddr};
use std::pin::Pin;
use std::task::Poll;
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use tokio::time::Instant;

use crate::domain::address::{self, AddressKind};
use crate::domain::invitation::Invitation;
use crate::domain::limits::{self, Ledger};
use crate::domain::message::Problem;
use crate::domain::nat64;
use crate::domain::probe::{Evidence, Fingerprint, Measured, Outcome, Probe, Surroundings};
use crate::domain::service::ServiceId;
use crate::domain::voice::VoiceLook;
use crate::helper::courtesy::{could_be_the_street, courtesy, is_expected, patience_for_unused, trouble};
use crate::helper::doors::{self, Knock};
use crate::helper::invitation::Use;
pub use crate::helper::order::{Manners, Order, Outing, VoiceOrder, Walked};
use crate::helper::result::{self, Door, WalkResult};
use crate::helper::token::VoiceKey;
use crate::helper::voice;
use crate::net;

/// No knock is waited for longer than this after the walk began.
const KNOCKING: Duration = Duration::from_secs(16);

/// The whole walk, the look at unused ports included.
const WHOLE: Duration = Duration::from_secs(19);

/// Knocks at the same time: few enough for the smallest home router's table, enough to end in time.
const AT_ONCE: usize = 8;

/// The same where the office itself asked for the walk over a connection of its own.
const AT_ONCE_WHEN_ASKED: usize = 16;

/// Walks as the invitation asks, and asks samples of the voice. `on` hears which door is next; `ledger` bounds the SIP
/// messages. The walker's person has agreed before this is called.
pub async fn walk(
    invitation: &Invitation,
    now: Timestamp,
    from: &net::From,
    surroundings: &Surroundings,
    own_addresses: &[IpAddr],
    on: &mut dyn FnMut(u32, u32, &ServiceId),
    ledger: &mut Ledger,
) -> Result<(WalkResult, Vec<Evidence>), Problem> {
    let outing = Outing { now, from, surroundings, own_addresses, voice: VoiceLook::Sampled };
    walk_out(invitation, &outing, on, ledger).await.map(|walked| (walked.result, walked.evidence))
}

/// Walks as [`walk`] does, and along the whole voice range where that is asked for.
pub async fn walk_out(
    invitation: &Invitation,
    outing: &Outing<'_>,
    on: &mut dyn FnMut(u32, u32, &ServiceId),
    ledger: &mut Ledger,
) -> Result<Walked, Problem> {
    let Outing { now, from, surroundings, own_addresses, voice: look } = *outing;
    invitation.still_good(now, Use::Fresh).map_err(Problem::from)?;
    admit(invitation.address, surroundings, own_addresses)?;
    let order = Order {
        address: invitation.address,
        profile: invitation.known_profile().ok_or_else(|| Problem::new("code-other-version"))?,
        services: invitation.services.clone(),
        manners: Manners::Courteous { expected: invitation.first_fingerprint },
        voice: Some(VoiceOrder { key: VoiceKey::of(invitation), look, ports: invitation.voice_ports }),
    };
    let mut walked = walk_as_ordered(&order, now, from, surroundings, on, ledger).await;
    if walked.result.address.is_none() && surroundings.practice.is_none() {
        // Nobody told this walker where it stands; an adapter that stands on the street itself knows.
        let own = net::own_address_towards(invitation.address, from);
        let street = own.filter(|ip| ip.is_ipv4() && address::is_public(*ip));
        walked.result.address = street;
        for item in &mut walked.evidence {
            item.asker = street;
        }
        for voice in &mut walked.result.voice {
            voice.asker = street;
        }
    }
    Ok(walked)
}

/// Walks. Whoever calls this has made sure of the office's consent and has asked [`admit`].
pub async fn walk_as_ordered(
    order: &Order,
    now: Timestamp,
    from: &net::From,
    surroundings: &Surroundings,
    on: &mut dyn FnMut(u32, u32, &ServiceId),
    ledger: &mut Ledger,
) -> Walked {
    let knock = async |probe: Probe| net::measure(&probe, from, surroundings).await;
    let accepts = async |target: SocketAddr| net::bare_accept(target, from, surroundings).await;
    let errands = voice::errands(order, now);
    let every_port = order.voice.as_ref().is_some_and(|v| v.look == VoiceLook::EveryPort);
    let sampling = async { if every_port { Vec::new() } else { voice::sample(&errands, from, surroundings).await } };

    let mut round = Round::new(order, now, ledger, on);
    let sampled = round.all(&knock, sampling).await;
    let street_lies = round.street_lies(&accepts).await;
    let (mut result, mut evidence) = round.finish(surroundings, street_lies);
    let mut notes = Vec::new();
    // A sweep is a walk of its own, after the doors, and only where these showed the right office.
    if sampled.is_some() && every_port {
        (result.voice, notes) = voice::sweep_all(&errands, from, surroundings, ledger, on).await;
    } else {
        result.voice = sampled.unwrap_or_default();
    }
    for walk in &mut result.voice {
        (walk.asker, walk.at) = (result.address, result.at);
        evidence.extend(result::voice_evidence(order.address, order.profile, walk));
    }
    Walked { result, evidence, notes }
}

/// Refuses an address that no office has, or that is the walker's own. A practice office names its own openly.
pub fn admit(target: IpAddr, surroundings: &Surroundings, own_addresses: &[IpAddr]) -> Result<(), Problem> {
    // Even where everything else is allowed: it would lead to somebody who is not the one that asked.
    let hides_another = matches!(target.to_canonical(), IpAddr::V6(v6) if nat64::hides_ipv4(v6) && !v6.is_loopback());
    if surroundings.allowed_targets.contains(&target) && !hides_another {
        return Ok(());
    }
    let plain = |ip: &IpAddr| ip.to_canonical();
    if own_addresses.iter().any(|own| plain(own) == plain(&target)) {
        return Err(Problem::new("walk-own-address").with("address", target));
    }
    let kind = match address::kind(target) {
        AddressKind::Public => return Ok(()),
        AddressKind::Private => "private",
        AddressKind::CarrierShared => "carrier-shared",
        AddressKind::Loopback => "loopback",
        AddressKind::LinkLocal => "link-local",
        AddressKind::Documentation => "documentation",
        AddressKind::Multicast => "multicast",
        AddressKind::Unspecified => "unspecified",
        AddressKind::Reserved => "reserved",
    };
    Err(Problem::new("walk-refused-address").with("address", target).with("kind", kind))
}

/// What came of one knock.
#[derive(Clone, Debug)]
struct Came {
    measured: Measured,
    at: Timestamp,
    elapsed: Duration,
}

/// One walk under way.
struct Round<'a> {
    order: &'a Order,
    began: Instant,
    now: Timestamp,
    ledger: &'a mut Ledger,
    on: &'a mut dyn FnMut(u32, u32, &ServiceId),
    knocks: Vec<Knock>,
    came: Vec<Option<Came>>,
}

/// A knock on its way.
type Running<'k> = (usize, Timestamp, Instant, Pin<Box<dyn Future<Output = Measured> + 'k>>);

impl<'a> Round<'a> {
    fn new(
        order: &'a Order,
        now: Timestamp,
        ledger: &'a mut Ledger,
        on: &'a mut dyn FnMut(u32, u32, &ServiceId),
    ) -> Self {
        let knocks = doors::knocks(order.profile, &order.services);
        let came = vec![None; knocks.len()];
        Self { order, began: Instant::now(), now, ledger, on, knocks, came }
    }

    /// Courtesy first; the rest only where the office showed itself, or asked for it. `beside` is what else is asked
    /// there; none where it did not.
    async fn all<T>(&mut self, knock: &impl AsyncFn(Probe) -> Measured, beside: impl Future<Output = T>) -> Option<T> {
        if let Manners::Courteous { expected } = self.order.manners {
            let mut welcome = false;
            for wave in courtesy(&self.knocks) {
                self.wave(&wave, knock).await;
                welcome = self.is_welcome(&wave, expected);
                if welcome {
                    break;
                }
            }
            if !welcome {
                return None;
            }
        }
        let rest: Vec<usize> = self.unasked().collect();
        let ((), beside) = tokio::join!(self.wave(&rest, knock), beside);
        Some(beside)
    }

    fn is_welcome(&self, wave: &[usize], expected: Option<Fingerprint>) -> bool {
        let answers = wave.iter().filter_map(|i| self.came.get(*i)?.as_ref());
        answers.into_iter().any(|c| is_expected(&c.measured, expected))
    }

    fn unasked(&self) -> impl Iterator<Item = usize> {
        self.came.iter().enumerate().filter(|(_, c)| c.is_none()).map(|(i, _)| i)
    }

    fn clock(&self) -> Timestamp {
        let passed = SignedDuration::try_from(self.began.elapsed()).unwrap_or(SignedDuration::ZERO);
        self.now.checked_add(passed).unwrap_or(self.now)
    }

    /// Some knocks side by side.
    async fn wave(&mut self, wave: &[usize], knock: &impl AsyncFn(Probe) -> Measured) {
        let until = self.began + KNOCKING;
        let at_once = match self.order.manners {
            Manners::Courteous { .. } => AT_ONCE,
            Manners::Asked => AT_ONCE_WHEN_ASKED,
        };
        let mut waiting = wave.iter().copied();
        let mut running: Vec<Running<'_>> = Vec::new();
        loop {
            while running.len() < at_once
                && Instant::now() < until
                && let Some(door) = waiting.next()
            {
                let at = self.clock();
                if let Some(probe) = self.allowed(door, at) {
                    running.push((door, at, Instant::now(), Box::pin(knock(probe))));
                }
            }
            if running.is_empty() {
                break;
            }
            let Ok((door, at, sent, measured)) = tokio::time::timeout_at(until, next_done(&mut running)).await else {
                break;
            };
            self.note(door, Came { measured, at, elapsed: sent.elapsed() });
        }
        // Whatever is still on its way, or was never sent, ran out of time.
        let late = running.into_iter().map(|(door, ..)| door).chain(waiting);
        for door in late.collect::<Vec<_>>() {
            let at = self.clock();
            self.put(door, Came { measured: not_checked("time"), at, elapsed: Duration::ZERO });
        }
    }

    /// The question, when the ledger has room for it.
    fn allowed(&mut self, door: usize, at: Timestamp) -> Option<Probe> {
        let knock = self.knocks.get(door)?;
        let probe = knock.probe(self.order.address);
        let cost = limits::cost(knock.kind, knock.transport);
        if let Some(row) = knock.rows.first() {
            let done = self.came.iter().filter(|c| c.is_some()).count();
            (self.on)(count(done), count(self.knocks.len()), row);
        }
        if cost > 0 && !self.ledger.take(self.order.address, at, cost) {
            self.put(door, Came { measured: not_checked("limit"), at, elapsed: Duration::ZERO });
            return None;
        }
        Some(probe)
    }

    fn note(&mut self, door: usize, came: Came) {
        if let Some(knock) = self.knocks.get(door) {
            // Only a word from the other side ends a question before its second send.
            if matches!(came.measured.outcome, Outcome::Answered | Outcome::Refused | Outcome::Unreachable) {
                let unused = limits::unused(knock.kind, knock.transport, came.elapsed);
                self.ledger.give_back(self.order.address, came.at, unused);
            }
        }
        self.put(door, came);
        let done = self.came.iter().filter(|c| c.is_some()).count();
        if let Some(row) = self.knocks.get(door).and_then(|k| k.rows.first()) {
            (self.on)(count(done), count(self.knocks.len()), row);
        }
    }

    fn put(&mut self, door: usize, came: Came) {
        if let Some(place) = self.came.get_mut(door) {
            *place = Some(came);
        }
    }

    /// Answers that may be no more than an accepted connection are believed only where unused ports stay shut.
    async fn street_lies(&mut self, accepts: &impl AsyncFn(SocketAddr) -> bool) -> bool {
        let came = self.knocks.iter().zip(&self.came).enumerate();
        let is_doubtful = |k: &Knock, c: &Option<Came>| c.as_ref().is_some_and(|c| could_be_the_street(k, &c.measured));
        let doubtful: Vec<usize> = came.filter(|(_, (k, c))| is_doubtful(k, c)).map(|(i, _)| i).collect();
        if doubtful.is_empty() {
            return false;
        }
        let unused = doors::unused_ports(self.order.profile);
        let [first, second] = unused.as_slice() else { return false };
        let patience = patience_for_unused(self.came.iter().flatten().map(|c| (&c.measured, c.elapsed)));
        let ask = async |port: u16| {
            let target = SocketAddr::new(self.order.address, port);
            // No answer in time is no acceptance; a second question stands in for a first that was lost.
            for _ in 0..2 {
                let until = (Instant::now() + patience).min(self.began + WHOLE);
                if let Ok(accepted) = tokio::time::timeout_at(until, accepts(target)).await {
                    return accepted;
                }
            }
            false
        };
        // One of two could be somebody's real service; both are the street.
        let (first, second) = tokio::join!(ask(*first), ask(*second));
        let lies = first && second;
        if lies {
            for door in doubtful {
                if let Some(Some(came)) = self.came.get_mut(door) {
                    came.measured = Measured {
                        outcome: Outcome::Failed,
                        seen: Some("street".to_owned()),
                        fingerprint: None,
                        asker: None,
                    };
                }
            }
        }
        lies
    }

    fn finish(self, surroundings: &Surroundings, street_lies: bool) -> (WalkResult, Vec<Evidence>) {
        let askers = || self.came.iter().flatten().filter_map(|c| c.measured.asker);
        // Seen from an address inside, the walk was no outside, and the office must hear so.
        let inside = || askers().find(|ip| address::is_inside(*ip));
        let own = askers().find(|ip| is_a_street(*ip, surroundings)).or_else(inside);
        let trouble = trouble(self.came.iter().flatten().map(|c| &c.measured));
        let mut evidence = Vec::new();
        let mut doors = Vec::new();
        for row in doors::rows(self.order.profile, &self.order.services) {
            let place = self.knocks.iter().position(|k| k.rows.contains(&row.id));
            let came = place.and_then(|p| self.came.get(p)?.clone());
            let Some((knock, came)) = place.and_then(|p| self.knocks.get(p)).zip(came) else {
                doors.push(Door { service: row.id.clone(), outcome: Outcome::NotChecked, fingerprint: None });
                continue;
            };
            doors.push(Door {
                service: row.id.clone(),
                outcome: came.measured.outcome,
                fingerprint: came.measured.fingerprint.filter(|_| came.measured.outcome == Outcome::Answered),
            });
            let probe = Probe { service: Some(row.id.clone()), ..knock.probe(self.order.address) };
            // One walk has one street: evidence of other walkers stands beside it.
            let measured = Measured { asker: own, ..came.measured };
            let elapsed = u64::try_from(came.elapsed.as_millis()).unwrap_or(u64::MAX);
            evidence.push(Evidence::of(&probe, measured, came.at, elapsed));
        }
        let at = Timestamp::from_second(self.now.as_second()).unwrap_or(self.now);
        (WalkResult { at, address: own, street_lies, trouble, doors, voice: Vec::new() }, evidence)
    }
}

/// An address that can be a street: public, or the one that a practice office's walkers seem to come from.
fn is_a_street(ip: IpAddr, surroundings: &Surroundings) -> bool {
    address::is_public(ip)
        || surroundings.allowed_targets.contains(&ip)
        || surroundings.practice.as_ref().is_some_and(|street| street.walker == ip)
}

fn not_checked(why: &str) -> Measured {
    Measured { seen: Some(why.to_owned()), ..Measured::bare(Outcome::NotChecked) }
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// The next of some futures to end. There are at most [`AT_ONCE_WHEN_ASKED`], so asking each in turn is cheap.
async fn next_done(running: &mut Vec<Running<'_>>) -> (usize, Timestamp, Instant, Measured) {
    let (place, measured) = std::future::poll_fn(|context| {
        for (place, (.., future)) in running.iter_mut().enumerate() {
            if let Poll::Ready(measured) = future.as_mut().poll(context) {
                return Poll::Ready((place, measured));
            }
        }
        Poll::Pending
    })
    .await;
    let (door, at, sent, _) = running.swap_remove(place);
    (door, at, sent, measured)
}

#[cfg(test)]
#[path = "walk_tests.rs"]
mod tests;
