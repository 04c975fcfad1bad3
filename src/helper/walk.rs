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
use crate::domain::probe::{Evidence, Fingerprint, Measured, Outcome, Probe, Surroundings};
use crate::domain::service::{ProbeKind, Profile, ServiceId, Transport};
use crate::helper::doors::{self, Knock};
use crate::helper::invitation::Use;
use crate::helper::result::{Door, WalkResult};
use crate::net;
use crate::net::socket::{ACCEPTED_THEN_CLOSED, ACCEPTED_WITHOUT_SPEAKING};

/// No knock is waited for longer than this after the walk began.
const KNOCKING: Duration = Duration::from_secs(16);

/// The whole walk, the look at unused ports included.
const WHOLE: Duration = Duration::from_secs(19);

/// Knocks at the same time: few enough for the smallest home router's table, enough to end in time.
const AT_ONCE: usize = 8;

/// The same where the office itself asked for the walk over a connection of its own.
const AT_ONCE_WHEN_ASKED: usize = 16;

/// Courtesy knocks before anything else.
const COURTESY: usize = 3;

/// What a walk is about, whoever asked for it.
#[derive(Clone, Debug)]
pub struct Order {
    /// The office's street address.
    pub address: IpAddr,
    /// Its phone system.
    pub profile: &'static Profile,
    /// Selected rows; the never rows are implied.
    pub services: Vec<ServiceId>,
    /// How it knocks.
    pub manners: Manners,
}

/// How a walk begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Manners {
    /// Somebody told the address: a few courtesy knocks first, and the rest only after one was answered as expected.
    Courteous {
        /// Of the first row that is knocked, as seen inside.
        expected: Option<Fingerprint>,
    },
    /// The office asked from this very address.
    Asked,
}

/// Walks as the invitation asks. `on` hears which door is next; `ledger` bounds the SIP messages. The walker's person
/// has agreed before this is called.
pub async fn walk(
    invitation: &Invitation,
    now: Timestamp,
    from: &net::From,
    surroundings: &Surroundings,
    own_addresses: &[IpAddr],
    on: &mut dyn FnMut(u32, u32, &ServiceId),
    ledger: &mut Ledger,
) -> Result<(WalkResult, Vec<Evidence>), Problem> {
    invitation.still_good(now, Use::Fresh).map_err(Problem::from)?;
    admit(invitation.address, surroundings, own_addresses)?;
    let order = Order {
        address: invitation.address,
        profile: invitation.known_profile().ok_or_else(|| Problem::new("code-other-version"))?,
        services: invitation.services.clone(),
        manners: Manners::Courteous { expected: invitation.first_fingerprint },
    };
    let (mut result, mut evidence) = walk_as_ordered(&order, now, from, surroundings, on, ledger).await;
    if result.address.is_none() && surroundings.practice.is_none() {
        // Nobody told this walker where it stands; an adapter that stands on the street itself knows.
        let own = net::own_address_towards(invitation.address, from);
        result.address = own.filter(|ip| ip.is_ipv4() && address::is_public(*ip));
        for item in &mut evidence {
            item.asker = result.address;
        }
    }
    Ok((result, evidence))
}

/// Walks. Whoever calls this has made sure of the office's consent and has asked [`admit`].
pub async fn walk_as_ordered(
    order: &Order,
    now: Timestamp,
    from: &net::From,
    surroundings: &Surroundings,
    on: &mut dyn FnMut(u32, u32, &ServiceId),
    ledger: &mut Ledger,
) -> (WalkResult, Vec<Evidence>) {
    let knock = async |probe: Probe| net::measure(&probe, from, surroundings).await;
    let accepts = async |target: SocketAddr| net::bare_accept(target, from, surroundings).await;
    let mut round = Round::new(order, now, ledger, on);
    round.all(&knock).await;
    let street_lies = round.street_lies(&accepts).await;
    round.finish(surroundings, street_lies)
}

/// Refuses an address that no office has, or that is the walker's own. A practice office names its own openly.
pub fn admit(target: IpAddr, surroundings: &Surroundings, own_addresses: &[IpAddr]) -> Result<(), Problem> {
    if surroundings.allowed_targets.contains(&target) {
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

/// The courtesy knocks in their order: the one whose fingerprint is known alone, then up to two more together.
fn courtesy(knocks: &[Knock]) -> Vec<Vec<usize>> {
    let wanted: Vec<usize> =
        knocks.iter().enumerate().filter(|(_, k)| !k.must_stay_shut).map(|(i, _)| i).take(COURTESY).collect();
    match wanted.split_first() {
        Some((first, [])) => vec![vec![*first]],
        Some((first, others)) => vec![vec![*first], others.to_vec()],
        None => Vec::new(),
    }
}

/// True when an answer shows that the office of the invitation lives here.
fn is_expected(measured: &Measured, expected: Option<Fingerprint>) -> bool {
    measured.outcome == Outcome::Answered && (expected.is_none() || measured.fingerprint == expected)
}

/// True when all that was seen may be an accepted connection, which a proxy on the walker's street gives too: an
/// answer on a door that must stay shut or has no protocol of its own, or a door that accepted and said nothing.
fn could_be_the_street(knock: &Knock, measured: &Measured) -> bool {
    let accepted = [ACCEPTED_WITHOUT_SPEAKING, ACCEPTED_THEN_CLOSED];
    let bare = measured.seen.as_deref().is_some_and(|seen| accepted.contains(&seen));
    let answered = measured.outcome == Outcome::Answered && (knock.must_stay_shut || knock.kind == ProbeKind::Tcp);
    knock.transport == Transport::Tcp && (bare || answered)
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

    /// Courtesy first; the rest only where the office showed itself, or asked for it.
    async fn all(&mut self, knock: &impl AsyncFn(Probe) -> Measured) {
        let expected = match self.order.manners {
            Manners::Courteous { expected } => expected,
            Manners::Asked => return self.rest(knock).await,
        };
        for wave in courtesy(&self.knocks) {
            self.wave(&wave, knock).await;
            if self.is_welcome(&wave, expected) {
                return self.rest(knock).await;
            }
        }
    }

    async fn rest(&mut self, knock: &impl AsyncFn(Probe) -> Measured) {
        let rest: Vec<usize> = self.unasked().collect();
        self.wave(&rest, knock).await;
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
        let ask = async |port: u16| {
            let target = SocketAddr::new(self.order.address, port);
            // No answer in time is no acceptance.
            tokio::time::timeout_at(self.began + WHOLE, accepts(target)).await.unwrap_or(false)
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
        (WalkResult { at, address: own, street_lies, trouble, doors }, evidence)
    }
}

/// An address that can be a street: public, or the one that a practice office's walkers seem to come from.
fn is_a_street(ip: IpAddr, surroundings: &Surroundings) -> bool {
    address::is_public(ip)
        || surroundings.allowed_targets.contains(&ip)
        || surroundings.practice.as_ref().is_some_and(|street| street.walker == ip)
}

/// The walker's own trouble, when nothing at all could be asked.
fn trouble<'m>(came: impl Iterator<Item = &'m Measured>) -> Option<String> {
    let came: Vec<&Measured> = came.collect();
    let all = |outcome: Outcome| !came.is_empty() && came.iter().all(|m| m.outcome == outcome);
    let code = if all(Outcome::Failed) && !came.iter().any(|m| m.seen.as_deref() == Some("street")) {
        "no-way-out"
    } else if all(Outcome::NotChecked) {
        if came.iter().any(|m| m.seen.as_deref() == Some("limit")) { "limit" } else { "time" }
    } else {
        return None;
    };
    Some(code.to_owned())
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
mod tests {
    //! Order, courtesy and limits, with answers given by the test. The sockets are `net`'s own business.

    use std::cell::RefCell;

    use super::*;
    use crate::domain::catalog;
    use crate::domain::report::Walker;
    use crate::domain::service::ProfileId;

    const OFFICE: IpAddr = IpAddr::V4(std::net::Ipv4Addr::new(11, 22, 33, 2));
    const HOME: IpAddr = IpAddr::V4(std::net::Ipv4Addr::new(81, 2, 69, 160));
    const FREEPBX: Fingerprint = Fingerprint(0x1234);

    fn now() -> Timestamp {
        "2026-11-23T08:34:00Z".parse().unwrap()
    }

    fn invitation(fingerprint: Option<Fingerprint>) -> Invitation {
        let services = ["sip-udp", "sip-tcp", "sip-tls", "rtp"].map(|s| ServiceId(s.into())).to_vec();
        Invitation {
            address: OFFICE,
            profile: ProfileId("freepbx".into()),
            services,
            expires: now() + SignedDuration::from_hours(1),
            walker: Walker::Colleague,
            secret: [7; 10],
            first_fingerprint: fingerprint,
        }
    }

    fn order(invitation: &Invitation) -> Order {
        Order {
            address: invitation.address,
            profile: invitation.known_profile().unwrap(),
            services: invitation.services.clone(),
            manners: match invitation.walker {
                Walker::Helper => Manners::Asked,
                Walker::Colleague | Walker::StepOutside => {
                    Manners::Courteous { expected: invitation.first_fingerprint }
                }
            },
        }
    }

    fn answered(fingerprint: Fingerprint) -> Measured {
        Measured { fingerprint: Some(fingerprint), asker: Some(HOME), ..Measured::bare(Outcome::Answered) }
    }

    /// Walks with `answer` in the place of the network; returns the ports in the order in which they were asked.
    fn walked(
        invitation: &Invitation,
        ledger: &mut Ledger,
        answer: impl Fn(&Probe) -> Measured,
        accept: bool,
    ) -> (WalkResult, Vec<Evidence>, Vec<u16>) {
        let asked = RefCell::new(Vec::new());
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let (result, evidence) = runtime.block_on(async {
            let knock = async |probe: Probe| {
                asked.borrow_mut().push(probe.target.port());
                tokio::task::yield_now().await;
                answer(&probe)
            };
            let accepts = async |_: SocketAddr| accept;
            let on = &mut |done: u32, total: u32, _: &ServiceId| assert!(done <= total);
            let order = order(invitation);
            let mut round = Round::new(&order, now(), ledger, on);
            round.all(&knock).await;
            let lies = round.street_lies(&accepts).await;
            round.finish(&Surroundings::default(), lies)
        });
        (result, evidence, asked.into_inner())
    }

    fn outcome(result: &WalkResult, row: &str) -> Outcome {
        result.doors.iter().find(|d| d.service.0 == row).unwrap().outcome
    }

    #[test]
    fn nobody_answers_so_only_the_courtesy_knocks_are_made() {
        let (result, evidence, asked) =
            walked(&invitation(None), &mut Ledger::default(), |_| Measured::bare(Outcome::Silent), false);
        assert_eq!(asked, [5060, 5060, 5061]);
        assert_eq!(evidence.len(), 3);
        assert_eq!(outcome(&result, "sip-udp"), Outcome::Silent);
        assert_eq!(outcome(&result, "ssh"), Outcome::NotChecked);
        assert_eq!(outcome(&result, "rtp"), Outcome::NotChecked);
        assert_eq!(result.trouble, None);
    }

    #[test]
    fn the_right_answer_to_the_first_knock_opens_the_walk() {
        let shut = |p: &Probe| {
            if p.transport == Transport::Udp { answered(FREEPBX) } else { Measured::bare(Outcome::Refused) }
        };
        let (result, _, asked) = walked(&invitation(Some(FREEPBX)), &mut Ledger::default(), shut, false);
        assert_eq!(asked[0], 5060);
        let locked = doors::locked(catalog::profile(&ProfileId("freepbx".into())).unwrap()).count();
        assert_eq!(asked.len(), 3 + locked);
        assert_eq!(outcome(&result, "ssh"), Outcome::Refused);
        assert_eq!(result.address, Some(HOME));
        assert_eq!(result.doors[0].fingerprint, Some(FREEPBX));
    }

    #[test]
    fn another_machines_answer_opens_nothing() {
        let other = |_: &Probe| answered(Fingerprint(9));
        let (result, _, asked) = walked(&invitation(Some(FREEPBX)), &mut Ledger::default(), other, false);
        assert_eq!(asked.len(), COURTESY);
        assert_eq!(outcome(&result, "ssh"), Outcome::NotChecked);
    }

    #[test]
    fn an_office_that_asked_itself_needs_no_courtesy() {
        let asked_by_the_office = Invitation { walker: Walker::Helper, ..invitation(Some(FREEPBX)) };
        let silent = |_: &Probe| Measured::bare(Outcome::Silent);
        let (result, _, asked) = walked(&asked_by_the_office, &mut Ledger::default(), silent, false);
        let locked = doors::locked(catalog::profile(&ProfileId("freepbx".into())).unwrap()).count();
        assert_eq!(asked.len(), 3 + locked);
        assert_eq!(outcome(&result, "ssh"), Outcome::Silent);
    }

    #[test]
    fn a_later_courtesy_knock_opens_the_walk_too() {
        let only_tcp = |p: &Probe| {
            if p.transport == Transport::Tcp && p.kind == ProbeKind::Sip {
                answered(FREEPBX)
            } else {
                Measured::bare(Outcome::Silent)
            }
        };
        let (result, _, asked) = walked(&invitation(Some(FREEPBX)), &mut Ledger::default(), only_tcp, false);
        assert!(asked.len() > COURTESY);
        assert_eq!(outcome(&result, "ssh"), Outcome::Silent);
        assert_eq!(outcome(&result, "sip-udp"), Outcome::Silent);
    }

    #[test]
    fn a_street_that_accepts_everything_is_not_believed() {
        let everything = |_: &Probe| answered(FREEPBX);
        let invitation = invitation(Some(FREEPBX));
        let (result, _, _) = walked(&invitation, &mut Ledger::default(), everything, true);
        assert!(result.street_lies);
        assert_eq!(outcome(&result, "ssh"), Outcome::Failed);
        assert_eq!(outcome(&result, "sip-tcp"), Outcome::Answered, "it spoke SIP with our ids");
        assert_eq!(outcome(&result, "tftp"), Outcome::Answered, "over UDP nothing accepts by itself");

        let mute = |p: &Probe| {
            let silent = Measured { seen: Some(ACCEPTED_WITHOUT_SPEAKING.into()), ..Measured::bare(Outcome::Silent) };
            if p.kind == ProbeKind::Sip { answered(FREEPBX) } else { silent }
        };
        let (result, _, _) = walked(&invitation, &mut Ledger::default(), mute, true);
        assert_eq!(outcome(&result, "ssh"), Outcome::Failed, "accepted by the street, so nothing is known");

        let (honest, _, _) = walked(&invitation, &mut Ledger::default(), everything, false);
        assert!(!honest.street_lies);
        assert_eq!(outcome(&honest, "ssh"), Outcome::Answered);
    }

    #[test]
    fn a_full_ledger_leaves_doors_unchecked_and_sends_nothing() {
        let invitation = invitation(None);
        let mut ledger = Ledger::default();
        assert!(ledger.take(OFFICE, now(), 3));
        let (result, evidence, asked) = walked(&invitation, &mut ledger, |_| Measured::bare(Outcome::Silent), false);
        assert_eq!(asked, [5060, 5061], "UDP may cost two and has no room, TCP costs one, TLS none");
        assert_eq!(outcome(&result, "sip-udp"), Outcome::NotChecked);
        assert_eq!(evidence[0].seen.as_deref(), Some("limit"));
        assert_eq!(ledger.room(OFFICE, now()), 0);
    }

    #[test]
    fn two_walks_in_a_row_stay_below_four_messages() {
        let invitation = invitation(None);
        let mut ledger = Ledger::default();
        let mut messages = 0;
        for _ in 0..3 {
            let (_, evidence, _) = walked(&invitation, &mut ledger, |_| Measured::bare(Outcome::Silent), false);
            let sent = evidence.iter().filter(|e| e.outcome != Outcome::NotChecked);
            messages += sent.map(|e| limits::cost(e.probe, e.transport)).sum::<u32>();
        }
        assert!(messages <= limits::IN_TEN_MINUTES, "{messages}");
    }

    #[test]
    fn what_does_not_answer_before_the_end_was_not_checked() {
        let order = order(&invitation(None));
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let (result, evidence) = runtime.block_on(async {
            let mut ledger = Ledger::default();
            let on = &mut |_: u32, _: u32, _: &ServiceId| {};
            let mut round = Round::new(&order, now(), &mut ledger, on);
            // A walk that began almost as long ago as it may take.
            round.began = Instant::now().checked_sub(KNOCKING).unwrap() + Duration::from_millis(20);
            round.all(&async |_: Probe| std::future::pending().await).await;
            round.finish(&Surroundings::default(), false)
        });
        assert_eq!(result.trouble.as_deref(), Some("time"));
        assert!(result.doors.iter().all(|d| d.outcome == Outcome::NotChecked));
        assert!(evidence.iter().all(|e| e.seen.as_deref() == Some("time")));
    }

    #[test]
    fn the_walkers_own_trouble_is_named() {
        let (result, _, _) =
            walked(&invitation(None), &mut Ledger::default(), |_| Measured::bare(Outcome::Failed), false);
        assert_eq!(result.trouble.as_deref(), Some("no-way-out"));
    }

    #[test]
    fn an_address_inside_is_kept_only_where_no_street_was_named() {
        let seen_from = |address: &str| Measured { asker: Some(address.parse().unwrap()), ..answered(FREEPBX) };
        let walk = |answer: &dyn Fn(&Probe) -> Measured| {
            walked(&invitation(None), &mut Ledger::default(), answer, false).0.address
        };
        assert_eq!(walk(&|_| seen_from("192.168.1.7")), Some("192.168.1.7".parse().unwrap()));
        assert_eq!(walk(&|_| seen_from("0.0.0.0")), None);
        let both = |p: &Probe| if p.transport == Transport::Udp { seen_from("192.168.1.7") } else { answered(FREEPBX) };
        assert_eq!(walk(&both), Some(HOME));
    }

    #[test]
    fn a_walker_that_nobody_told_is_known_by_an_adapter_on_the_street_and_by_no_other() {
        // Loopback stands for any adapter that is not on a street.
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let closed = Surroundings { practice: None, allowed_targets: vec!["127.0.0.1".parse().unwrap()] };
        let invitation = Invitation { address: "127.0.0.1".parse().unwrap(), ..invitation(None) };
        let (result, _) = runtime
            .block_on(walk(&invitation, now(), &net::From::default(), &closed, &[], &mut |_, _, _| {}, &mut Ledger::default()))
            .unwrap();
        assert_eq!(result.address, None);
    }

    #[test]
    fn addresses_that_no_office_has_are_refused() {
        let none = Surroundings::default();
        for (target, kind) in [
            ("192.168.1.1", "private"),
            ("10.0.0.1", "private"),
            ("fd00::1", "private"),
            ("100.64.0.1", "carrier-shared"),
            ("127.0.0.1", "loopback"),
            ("::1", "loopback"),
            ("::ffff:127.0.0.1", "loopback"),
            ("169.254.1.1", "link-local"),
            ("224.0.0.1", "multicast"),
            ("203.0.113.7", "documentation"),
            ("0.0.0.0", "unspecified"),
            ("255.255.255.255", "reserved"),
            ("240.0.0.1", "reserved"),
        ] {
            let target: IpAddr = target.parse().unwrap();
            let problem = admit(target, &none, &[]).unwrap_err();
            assert_eq!(
                (problem.code.as_str(), problem.args["kind"].as_str()),
                ("walk-refused-address", kind),
                "{target}"
            );
            let allowed = Surroundings { practice: None, allowed_targets: vec![target] };
            assert_eq!(admit(target, &allowed, &[]), Ok(()));
        }
        assert_eq!(admit(OFFICE, &none, &[HOME]), Ok(()));
        assert_eq!(admit(OFFICE, &none, &[HOME, OFFICE]).unwrap_err().code, "walk-own-address");
    }
}
