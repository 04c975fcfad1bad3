//! The sound of a played call: sends a marked tone for a few seconds, hears what comes back, and counts. Sends where the
//! other side's description says, as a phone does, and hears everybody.

use std::collections::BTreeMap;
use std::net::SocketAddr;

use tokio::net::UdpSocket;
use tokio::time::{Duration, Instant, MissedTickBehavior, interval, timeout_at};

use crate::domain::probe::Measured;
use crate::domain::rehearsal::ShownBy;
use crate::net::rtp::{self, PACKET, Pattern, Report, Sender};
use crate::net::socket::{Call, Icmp, loose_udp, loose_udp_at, random};

/// How long is listened.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pace {
    /// Once both ways are proved.
    enough: Duration,
    /// At most. The other side's first report may take five seconds (RFC 3550 section 6.2).
    long_enough: Duration,
}

impl Pace {
    /// For a real call.
    pub const REAL: Self = Self { enough: Duration::from_secs(4), long_enough: Duration::from_secs(8) };
    /// For a practice office, which sends no reports.
    pub const PRACTICE: Self = Self { enough: Duration::from_millis(800), long_enough: Duration::from_millis(1200) };
}

/// A report that does not know of us says something only after we spoke for a while.
const SPOKEN: Duration = Duration::from_secs(3);
/// How long the last packets may take to come back.
const LAST: Duration = Duration::from_millis(600);
/// Between two reports of ours.
const REPORTS: u32 = 75;
/// Fewer packets than this are no sound.
const SOUND: u32 = 5;
/// Packets looked at.
const MOST: u32 = 5_000;
/// Marks of the echo that are needed to know it.
const MARKS: usize = 10;

/// Two ports of this computer for sound and its reports.
#[derive(Debug)]
pub(super) struct Ports {
    sound: UdpSocket,
    reports: UdpSocket,
    /// Even, as RFC 3550 section 11 wants it.
    pub port: u16,
}

impl Ports {
    /// Takes two ports that stand side by side.
    pub fn open(call: &Call<'_>) -> Result<Self, Measured> {
        let mut last = None;
        // Held until the end, so that the system does not name the same port again.
        let mut unfit = Vec::new();
        for _ in 0..16 {
            let sound = loose_udp(call, Icmp::Ignored)?;
            let port = sound.local_addr().map(|a| a.port()).unwrap_or_default();
            if !port.is_multiple_of(2) || port == 0 {
                unfit.push(sound);
                continue;
            }
            match loose_udp_at(call, Icmp::Ignored, port + 1) {
                Ok(reports) => return Ok(Self { sound, reports, port }),
                Err(measured) => last = Some(measured),
            }
            unfit.push(sound);
        }
        Err(last.unwrap_or(Measured {
            seen: Some("no two ports".to_owned()),
            ..Measured::bare(crate::domain::probe::Outcome::Failed)
        }))
    }
}

/// Where sound goes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Peer {
    /// None: the other side wants none.
    pub sound: Option<SocketAddr>,
    pub reports: Option<SocketAddr>,
    /// Number of its keys.
    pub keys: Option<u8>,
}

/// What was heard.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub(super) struct Heard {
    pub out: Option<bool>,
    pub shown_by: Option<ShownBy>,
    pub back: bool,
    pub loss_percent: Option<f64>,
    pub jitter_ms: Option<f64>,
    pub round_trip_ms: Option<f64>,
}

/// Sends and hears until enough is known, at most until `until`. `ended` resolves when the other side hangs up, or the
/// person has enough.
pub(super) async fn listen(
    ports: &Ports,
    peer: Peer,
    pace: Pace,
    until: Instant,
    mut ended: impl Future<Output = ()> + Unpin,
) -> Result<Heard, Measured> {
    let pattern = Pattern::new(random()?);
    // A first number that cannot wrap round within the call keeps every count plain.
    let first = u16::from_be_bytes(random()?) & 0x7FFF;
    let sender = Sender { source: u32::from_be_bytes(random()?), first };
    let mut ear = Ear::new(pattern, sender);
    let begun = Instant::now();
    let mut clock = interval(PACKET);
    clock.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut sound = vec![0u8; 2048];
    let mut report = vec![0u8; 2048];
    let mut index = 0u32;
    let mut hung_up = false;
    loop {
        let now = Instant::now();
        let spoken = now - begun;
        let is_known = ear.is_out_known() && ear.came > SOUND;
        if now >= until || spoken >= pace.long_enough || (is_known && spoken >= pace.enough) {
            break;
        }
        tokio::select! {
            _ = clock.tick() => {
                if let Some(to) = peer.sound {
                    let samples = pattern.sound(index);
                    ear.sent(&samples, Instant::now());
                    // A way that is not there shows by what does not come back.
                    ports.sound.send_to(&sender.sound(index, &samples), to).await.ok();
                    if index.is_multiple_of(REPORTS) && let Some(to) = peer.reports {
                        let middle = (spoken.as_millis() as u32).wrapping_mul(66);
                        ports.reports.send_to(&sender.report(middle, index), to).await.ok();
                    }
                    index += 1;
                }
            }
            Ok((length, _)) = ports.sound.recv_from(&mut sound) => {
                ear.hear(sound.get(..length).unwrap_or_default(), Instant::now(), begun);
            }
            Ok((length, _)) = ports.reports.recv_from(&mut report) => {
                ear.hear_report(report.get(..length).unwrap_or_default(), spoken);
            }
            () = &mut ended => { hung_up = true; break; }
        }
    }
    let stopped = Instant::now();
    if !hung_up {
        let last = (stopped + LAST).min(until);
        while let Ok(Ok((length, _))) = timeout_at(last, ports.sound.recv_from(&mut sound)).await {
            ear.hear(sound.get(..length).unwrap_or_default(), Instant::now(), begun);
            if ear.echo_is_complete(stopped) {
                break;
            }
        }
    }
    let mut heard = ear.sum_up(begun, stopped);
    // An echo ends at this key, which tells that our sound arrives although nothing comes back.
    if heard.out.is_none()
        && !hung_up
        && let (Some(keys), Some(to)) = (peer.keys, peer.sound)
    {
        for packet in sender.hash_key(keys, index) {
            clock.tick().await;
            ports.sound.send_to(&packet, to).await.ok();
        }
        if timeout_at((Instant::now() + Duration::from_millis(1500)).min(until), &mut ended).await.is_ok() {
            heard.out = Some(true);
            heard.shown_by = Some(ShownBy::Key);
        }
    }
    Ok(heard)
}

/// Counts what arrives.
struct Ear {
    pattern: Pattern,
    sender: Sender,
    /// Which packet has this sound, while it has not come back.
    left: BTreeMap<Vec<u8>, usize>,
    /// When each packet left, and whether it came back.
    packets: Vec<(Instant, bool)>,
    /// Packets that came, the first and the highest number.
    came: u32,
    numbers: Option<(u16, u32)>,
    highest: u32,
    jitter: f64,
    transit: Option<f64>,
    round_trips: Vec<f64>,
    /// When it came, and whether it was loud; for echoes that are not the same to the byte.
    loudness: Vec<(Instant, bool)>,
    reported: Option<f64>,
    report_without_us: bool,
    source: Option<u32>,
}

impl Ear {
    fn new(pattern: Pattern, sender: Sender) -> Self {
        Self {
            pattern,
            sender,
            left: BTreeMap::new(),
            packets: Vec::new(),
            came: 0,
            numbers: None,
            highest: 0,
            jitter: 0.0,
            transit: None,
            round_trips: Vec::new(),
            loudness: Vec::new(),
            reported: None,
            report_without_us: false,
            source: None,
        }
    }

    fn is_out_known(&self) -> bool {
        self.round_trips.len() >= MARKS || self.reported.is_some()
    }

    fn sent(&mut self, sound: &[u8], at: Instant) {
        self.left.insert(sound.to_vec(), self.packets.len());
        self.packets.push((at, false));
    }

    fn hear(&mut self, datagram: &[u8], at: Instant, begun: Instant) {
        let Some(packet) = rtp::read(datagram).filter(|_| self.came < MOST) else { return };
        // Another source begins to count anew: after an announcement comes the echo (RFC 3550 section 8).
        if self.source != Some(packet.source) {
            self.source = Some(packet.source);
            self.transit = None;
            if self.came < SOUND {
                self.numbers = None;
                self.came = 0;
            }
        }
        self.came += 1;
        let (first, _) = *self.numbers.get_or_insert((packet.sequence, 0));
        let ahead = u32::from(packet.sequence.wrapping_sub(first));
        // Late ones and those of another count do not move the end.
        if ahead < 30_000 {
            self.highest = self.highest.max(ahead);
        }
        let arrived_ms = (at - begun).as_secs_f64() * 1000.0;
        let transit = arrived_ms - f64::from(packet.timestamp) / 8.0;
        if let Some(before) = self.transit.replace(transit) {
            let difference = (transit - before).abs();
            // A jump of a second is a new beginning and no jitter.
            if difference < 1000.0 {
                self.jitter += (difference - self.jitter) / 16.0;
            }
        }
        self.loudness.push((at, rtp::is_loud(packet.sound)));
        let known = self.left.remove(packet.sound).and_then(|index| self.packets.get_mut(index));
        if let Some((left, came_back)) = known {
            self.round_trips.push((at - *left).as_secs_f64() * 1000.0);
            *came_back = true;
        }
    }

    fn hear_report(&mut self, datagram: &[u8], spoken: Duration) {
        match rtp::read_report(datagram, self.sender.source) {
            Report::OfOurs { lost_of_256 } => self.reported = Some(f64::from(lost_of_256) / 2.56),
            Report::NotOfOurs if spoken >= SPOKEN => self.report_without_us = true,
            Report::NotOfOurs | Report::Nothing => {}
        }
    }

    /// Everything that left has come back, as far as it can be expected.
    fn echo_is_complete(&self, stopped: Instant) -> bool {
        let lately = self.packets.iter().filter(|(at, _)| stopped - *at <= LAST);
        self.round_trips.len() >= MARKS && lately.filter(|(_, came_back)| !came_back).count() == 0
    }

    fn sum_up(&mut self, begun: Instant, stopped: Instant) -> Heard {
        let back = self.came >= SOUND;
        self.round_trips.sort_by(f64::total_cmp);
        let marks = self.round_trips.len();
        let alike = if marks >= MARKS { None } else { self.alike(begun) };
        let round_trip = if marks >= MARKS { self.round_trips.get(marks / 2).copied() } else { alike };
        let (out, shown_by) = if round_trip.is_some() {
            (Some(true), Some(ShownBy::Echo))
        } else if self.reported.is_some() {
            (Some(true), Some(ShownBy::Report))
        } else {
            (self.report_without_us.then_some(false), None)
        };
        let missing_back = f64::from((self.highest + 1).saturating_sub(self.came));
        let by_number = 100.0 * missing_back / f64::from(self.highest + 1);
        let by_echo = if marks >= MARKS { self.echo_loss(stopped) } else { 0.0 };
        let loss = by_number.max(by_echo).max(self.reported.unwrap_or(0.0));
        Heard {
            out,
            shown_by,
            back,
            loss_percent: back.then_some(round(loss)),
            jitter_ms: back.then_some(round(self.jitter)),
            round_trip_ms: round_trip.filter(|_| back).map(round),
        }
    }

    /// Of the packets between the first and the last one that came back, those that did not.
    fn echo_loss(&self, stopped: Instant) -> f64 {
        let marks = self.round_trips.len();
        let slowest = self.round_trips.last().copied().unwrap_or(0.0);
        // What left last may still be on its way, and what left before the echo began was never to come back.
        let since = self.packets.iter().skip_while(|(_, came_back)| !came_back);
        let could = |at: Instant| (stopped + LAST - at).as_secs_f64() * 1000.0 > slowest;
        let lost = since.filter(|(at, came_back)| !came_back && could(*at)).count();
        100.0 * part(lost, lost + marks)
    }

    /// The round trip of an echo that was decoded and coded again on its way, in steps of a packet: where loud and quiet
    /// follow each other as we sent them.
    fn alike(&self, begun: Instant) -> Option<f64> {
        let heard = self.loudness.iter().map(|(at, loud)| (((*at - begun).as_millis() / 20) as u32, *loud));
        let heard: Vec<(u32, bool)> = heard.collect();
        let sent = self.packets.len() as u32;
        let agree = |lag: u32| {
            let both = heard.iter().filter_map(|(at, loud)| Some((at.checked_sub(lag)?, *loud)));
            let both: Vec<(u32, bool)> = both.filter(|(index, _)| *index < sent).collect();
            let same = both.iter().filter(|(index, loud)| self.pattern.is_loud(*index) == *loud).count();
            (both.len() >= 100).then(|| part(same, both.len()))
        };
        let best = (0..100).filter_map(|lag| Some((lag, agree(lag)?))).max_by(|a, b| a.1.total_cmp(&b.1));
        best.filter(|(_, part)| *part >= 0.9).map(|(lag, _)| f64::from(lag) * PACKET.as_secs_f64() * 1000.0)
    }
}

/// How much of the whole; the counts of one call are small.
fn part(some: usize, whole: usize) -> f64 {
    let small = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    small(some) / small(whole.max(1))
}

fn round(number: f64) -> f64 {
    (number * 10.0).round() / 10.0
}
