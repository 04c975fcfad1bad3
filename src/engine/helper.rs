//! Asking a standing helper to walk to this office: over IPv4, and beside it over IPv6 where the office has it.

use std::net::SocketAddr;

use jiff::SignedDuration;

use super::outside::{leaving, tell_failed_walk};
use super::{Office, Voice, now};
use crate::domain::address;
use crate::domain::catalog;
use crate::domain::message::{Doing, Event, Problem};
use crate::domain::office::{Adapter, AddressFrom};
use crate::domain::outbound::{Destination, Lookup, Outgoing};
use crate::domain::own;
use crate::domain::probe::{Evidence, Family, Outcome, Vantage};
use crate::domain::report::Walker;
use crate::domain::service::{PortRange, Profile, ProfileId, Service, ServiceId, Transport};
use crate::domain::voice::VoiceLook;
use crate::helper::client::{self, HelperWalk, WalkOrder, WayTried};
use crate::helper::link::Link;
use crate::helper::protocol::VoiceRequest;
use crate::helper::token::VoiceKey;
use crate::net;

/// An answer may stand in for one that the limits do not allow, as long as two walks count as one visit.
const REUSED_FOR: SignedDuration = SignedDuration::from_mins(30);

impl Office {
    pub(super) async fn ask_helper(
        &mut self,
        voice: &Voice,
        link: &str,
        profile: &ProfileId,
        services: &[ServiceId],
        interface: Option<&str>,
        (look, voice_ports): (VoiceLook, Option<PortRange>),
    ) {
        let known = own::for_walkers(profile, services);
        let prepared = match &known {
            Ok((profile, _)) => self.prepare(link, profile, interface).await,
            Err(problem) => Err(problem.clone()),
        };
        let (asked, services) = match prepared {
            Ok(asked) => (asked, known.as_ref().map_or(services, |(_, known)| known.as_slice())),
            Err(problem) => {
                voice.problem(problem).await;
                return tell_failed_walk(voice, Walker::Helper).await;
            }
        };
        // Two stages are all that can be seen from here: how many doors it has done, the helper tells nobody before the end.
        voice.say(Event::Progress { done: 0, total: 2, doing: Doing::ReachingHelper }).await;
        let reached = || voice.say_if_there_is_room(Event::Progress { done: 1, total: 2, doing: Doing::HelperKnocks });
        // A witness stands with the code that was handed out last, over IPv4.
        let handed = self.store.handed_out(None, now());
        let heard = handed.map(|code| VoiceRequest::new(&VoiceKey::of(&code), look, voice_ports));
        let over = async |family: Family, heard: Option<VoiceRequest>| {
            let place = client::address(&asked.link, family).await?;
            let from = match family {
                Family::Ipv4 => &asked.from,
                Family::Ipv6 => &asked.from_over_ipv6,
            };
            let walk = async |voice| {
                let order = WalkOrder { profile: asked.profile, services, voice };
                client::walk(&asked.link, place, &order, from, now(), &reached).await
            };
            // One that is too old to be told a range still knocks on the doors.
            let names_range = heard.as_ref().is_some_and(|h| h.ports.is_some());
            match walk(heard).await {
                Err(problem) if names_range && problem.code == "helper-not-understood" => Some(walk(None).await),
                walked => Some(walked),
            }
        };
        let over_ipv6 = async { if asked.has_ipv6 { over(Family::Ipv6, None).await } else { None } };
        let (v4, v6, ways) =
            tokio::join!(over(Family::Ipv4, heard), over_ipv6, Box::pin(further_ways(&asked, profile)));
        // IPv6 first: a cabinet that answers there must not take back what is said of the entrances.
        let came: Vec<HelperWalk> = [&v6, &v4].into_iter().flatten().flatten().cloned().collect();
        if came.is_empty() {
            let nowhere = Problem::new("helper-unreachable").with("why", "name");
            let problem = v4.or(v6).and_then(Result::err).unwrap_or(nowhere);
            voice.problem(problem).await;
            return tell_failed_walk(voice, Walker::Helper).await;
        }
        if matches!(v4, Some(Ok(_))) {
            self.tell_way_to_helper(voice, &asked.link).await;
            for out in ways {
                voice.say(Event::Outgoing(out)).await;
            }
        }
        // What went wrong over one family is told where it is the one that entrances are made for.
        if let Some(Err(problem)) = v4 {
            voice.problem(problem).await;
        }
        for walk in came {
            self.tell_helper_walk(voice, walk).await;
        }
        // A link that cannot be kept only has to be pasted again.
        self.store.keep_helper(link).ok();
    }

    /// The connection by which it was asked got out: a way out on its port is free.
    async fn tell_way_to_helper(&self, voice: &Voice, link: &Link) {
        let target = client::address(link, Family::Ipv4).await;
        voice.say(Event::Outgoing(way_out(target, Outcome::Answered, None))).await;
    }

    async fn prepare(&self, link: &str, profile: &ProfileId, interface: Option<&str>) -> Result<Asked, Problem> {
        if self.surroundings.practice.is_some() {
            return Err(Problem::new("helper-not-in-practice"));
        }
        let adapters = net::adapter::adapters().await;
        let through = |name: &str| interface.is_none_or(|i| i == name);
        let from = leaving(&adapters, interface)?;
        // The helper knocks where it is asked from: openings are made for the address that lasts, and the system likes
        // to ask from one that changes every day (RFC 8981).
        let is_own = |a: &&Adapter| !a.is_virtual && interface.map_or(a.default_route, |i| i == a.name);
        let local_v6 = adapters.iter().filter(is_own).find_map(|a| a.ipv6).map(|own| own.address);
        let from_over_ipv6 = match local_v6 {
            Some(_) => net::From { local: None, local_v6, ..from.clone() },
            None => from.clone(),
        };
        Ok(Asked {
            link: Link::parse(link)?,
            profile: catalog::embedded(profile)
                .ok_or_else(|| Problem::new("unknown-phone-system").with("system", profile))?,
            from,
            from_over_ipv6,
            has_ipv6: adapters.iter().any(|a| a.has_ipv6 && through(&a.name)),
        })
    }

    async fn tell_helper_walk(&mut self, voice: &Voice, walk: HelperWalk) {
        if walk.office.is_ipv4() && address::can_be_street(walk.office) {
            voice.say(Event::PublicAddress { address: walk.office, from: AddressFrom::Outside }).await;
        }
        let mut over_the_limit = false;
        for item in walk.evidence {
            let is_limit = item.outcome == Outcome::NotChecked && item.seen.as_deref() == Some("limit");
            let earlier = if is_limit { self.answered_outside_before(&item) } else { None };
            over_the_limit |= is_limit && earlier.is_none();
            let item = earlier.unwrap_or(item);
            if item.outcome == Outcome::Answered {
                self.outside.push(item.clone());
            }
            voice.say(Event::Evidence(item)).await;
        }
        if over_the_limit {
            voice.problem(Problem::new("sip-limit").with("minutes", 10)).await;
        }
        self.tell_walked(voice, walk.report, &walk.voice).await;
    }

    /// Over the limit against being banned: the last answer to the same walker is used again, marked with its age.
    fn answered_outside_before(&self, asked: &Evidence) -> Option<Evidence> {
        let is_same = |e: &&Evidence| {
            e.vantage == Vantage::Outside
                && e.outcome == Outcome::Answered
                && (&e.service, e.target, e.transport) == (&asked.service, asked.target, asked.transport)
                && e.asker == asked.asker
                // Of a clock that ran ahead nobody knows how old it is.
                && asked.at.duration_since(e.at).abs() < REUSED_FOR
        };
        let report = self.store.last_report()?;
        let earlier = report.evidence.iter().rfind(is_same)?;
        Some(Evidence { reused: true, ..earlier.clone() })
    }
}

/// Those of the helper's further ports that this phone system must reach somewhere, tried from here. A helper that has
/// none, or is too old to have any, says nothing of the ways out.
async fn further_ways(asked: &Asked, profile: &ProfileId) -> Vec<Outgoing> {
    let Some(profile) = catalog::profile(profile) else { return Vec::new() };
    let Some(place) = client::address(&asked.link, Family::Ipv4).await else { return Vec::new() };
    let wanted = |port: u16| {
        let is_on = |row: &Service| row.protocol == Transport::Tcp && row.ports().contains(port);
        port != place.port() && profile.outbound().any(is_on)
    };
    let tried = client::try_ways(&asked.link, place, &asked.from, wanted).await.unwrap_or_default();
    let out = |t: WayTried| Outgoing {
        elapsed_ms: t.elapsed_ms,
        ..way_out(Some(t.target), t.measured.outcome, t.measured.seen)
    };
    tried.into_iter().map(out).collect()
}

fn way_out(target: Option<SocketAddr>, outcome: Outcome, seen: Option<String>) -> Outgoing {
    Outgoing {
        to: Destination::Helper,
        name: None,
        lookup: Lookup::Given,
        transport: Transport::Tcp,
        target,
        outcome,
        seen,
        asker: None,
        at: now(),
        elapsed_ms: 0,
    }
}

/// What is needed to ask.
struct Asked {
    link: Link,
    profile: &'static Profile,
    from: net::From,
    from_over_ipv6: net::From,
    has_ipv6: bool,
}
