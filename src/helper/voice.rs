//! Voice asked from outside: tokens to the ports of a voice range, answered by a witness on the phone system. Says
//! what passed; silence counts only where the witness showed itself and holds the port.

use std::net::IpAddr;
use std::time::Duration;

use jiff::Timestamp;

use crate::domain::limits::Ledger;
use crate::domain::message::Problem;
use crate::domain::probe::Surroundings;
use crate::domain::service::{PortRange, Service, ServiceId};
use crate::domain::voice::{ASKED_WHOLE, MOST_PORTS, VoiceWalk};
use crate::helper::asking::Asking;
use crate::helper::doors;
use crate::helper::order::Order;
use crate::helper::token::VoiceKey;
use crate::net;

/// Voice rows that one walk asks.
pub(super) const MOST_VOICES: usize = 2;

/// A sweep ends within this; the ceiling of the design is thirty seconds.
const SWEEP: Duration = Duration::from_secs(28);

/// Sampling, and all of a short range, end within this.
const SAMPLING: Duration = Duration::from_secs(12);

/// What is asked, of whom.
#[derive(Clone, Copy, Debug)]
pub struct Errand<'a> {
    /// The office's street address.
    pub target: IpAddr,
    /// The voice row.
    pub service: &'a ServiceId,
    /// Its range.
    pub ports: PortRange,
    /// Of the code that the witness was given.
    pub key: &'a VoiceKey,
    /// When it begins.
    pub now: Timestamp,
}

/// The voice rows of an order.
pub(super) fn errands(order: &Order, now: Timestamp) -> Vec<Errand<'_>> {
    let Some(asked) = &order.voice else { return Vec::new() };
    let voices = doors::voices(order.profile, &order.services, asked.ports).take(MOST_VOICES);
    let errand = |(row, ports): (&'static Service, PortRange)| Errand {
        target: order.address,
        service: &row.id,
        ports,
        key: &asked.key,
        now,
    };
    voices.map(errand).collect()
}

/// Asks samples of each.
pub(super) async fn sample(errands: &[Errand<'_>], from: &net::From, surroundings: &Surroundings) -> Vec<VoiceWalk> {
    let mut walks = Vec::new();
    for errand in errands {
        walks.extend(ask_voice(errand, from, surroundings).await);
    }
    walks
}

/// Sweeps each; gives what could not be done beside what was seen.
pub(super) async fn sweep_all(
    errands: &[Errand<'_>],
    from: &net::From,
    surroundings: &Surroundings,
    ledger: &mut Ledger,
    on: &mut dyn FnMut(u32, u32, &ServiceId),
) -> (Vec<VoiceWalk>, Vec<Problem>) {
    let (mut walks, mut notes) = (Vec::new(), Vec::new());
    for errand in errands {
        let mut told = |done: u32, total: u32| on(done, total, errand.service);
        let swept = sweep(errand, from, surroundings, ledger, &mut told).await;
        notes.extend(swept.note().map(|code| Problem::new(code).with("ports", errand.ports)));
        walks.extend(swept.walk());
    }
    (walks, notes)
}

/// How a sweep ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Swept {
    /// Nobody answered a token of this code, so nothing more was sent.
    NoWitness,
    /// The witness answered fewer than four tokens; only some ports were asked.
    Unsure(VoiceWalk),
    /// A sweep of this address was made within the hour; only some ports were asked.
    TooSoon(VoiceWalk),
    /// A router on the way stopped letting new ports through, so that only the sampled ones count.
    CutShort(VoiceWalk),
    /// Every port was asked.
    Whole(VoiceWalk),
}

impl Swept {
    /// Code of the words about what could not be done.
    pub const fn note(&self) -> Option<&'static str> {
        match self {
            Self::NoWitness | Self::Unsure(_) => Some("sweep-no-witness"),
            Self::TooSoon(_) => Some("sweep-too-soon"),
            Self::CutShort(_) => Some("sweep-cut-short"),
            Self::Whole(_) => None,
        }
    }

    /// What was seen.
    pub fn walk(self) -> Option<VoiceWalk> {
        match self {
            Self::NoWitness => None,
            Self::Unsure(walk) | Self::TooSoon(walk) | Self::CutShort(walk) | Self::Whole(walk) => Some(walk),
        }
    }
}

/// Asks at most four ports that stand for the range, or all of a short one once its witness answered. None: nobody
/// answered, so nothing is known.
pub async fn ask_voice(errand: &Errand<'_>, from: &net::From, surroundings: &Surroundings) -> Option<VoiceWalk> {
    let mut asking = Asking::begin(errand, from, surroundings, SAMPLING)?;
    asking.sample().await?;
    Some(asking.walk())
}

/// Asks every port, once the witness has answered four tokens of this code. One sweep an hour and address; `on` hears
/// how many ports are done, of how many.
pub async fn sweep(
    errand: &Errand<'_>,
    from: &net::From,
    surroundings: &Surroundings,
    ledger: &mut Ledger,
    on: &mut dyn FnMut(u32, u32),
) -> Swept {
    let Some(mut asking) = Asking::begin(errand, from, surroundings, SWEEP) else { return Swept::NoWitness };
    let Some(covered) = asking.sample().await else { return Swept::NoWitness };
    if covered.count() <= ASKED_WHOLE {
        return Swept::Whole(asking.walk());
    }
    if covered.count() > MOST_PORTS || !asking.is_known_well().await {
        return Swept::Unsure(asking.walk());
    }
    if !ledger.take_sweep(errand.target, errand.now) {
        return Swept::TooSoon(asking.walk());
    }
    let sampled = asking.walk();
    if asking.every_port(covered, on).await { Swept::Whole(asking.walk()) } else { Swept::CutShort(sampled) }
}

/// First, last and two between that only holders of the key can foresee.
pub fn samples(range: PortRange, key: &VoiceKey) -> Vec<u16> {
    let span = range.last - range.first;
    if span < 4 {
        return (range.first..=range.last).collect();
    }
    let half = u32::from(span - 1) / 2;
    let [one, two] = key.dice().map(|dice| u16::try_from(dice % half).unwrap_or(0));
    let middle = range.first + 1 + u16::try_from(half).unwrap_or(0);
    vec![range.first, range.first + 1 + one, middle + two, range.last]
}

#[cfg(test)]
#[path = "voice_tests.rs"]
mod tests;
