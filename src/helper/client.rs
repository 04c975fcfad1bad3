//! The office's side of a standing helper: connects, makes sure that it is the one of the link, asks, and gives back
//! what it said. Tells the helper no address: the connection does.

use std::collections::BTreeSet;
use std::net::{IpAddr, SocketAddr};
use std::time::Duration;

use http_body_util::{BodyExt as _, Full, Limited};
use hyper::body::Bytes;
use hyper::header::{AUTHORIZATION, CONTENT_TYPE, HOST};
use hyper::{Method, Request, StatusCode};
use hyper_util::rt::TokioIo;
use jiff::{SignedDuration, Timestamp};
use rustls::pki_types::ServerName;
use serde::Serialize;
use serde::de::DeserializeOwned;
use tokio::net::TcpStream;
use tokio::time::{Instant, timeout, timeout_at};
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;

use crate::domain::address;
use crate::domain::message::Problem;
use crate::domain::probe::{Evidence, Family, Measured, Outcome, Probe, Surroundings, Vantage};
use crate::domain::report::{Street, WalkReport, Walker};
use crate::domain::service::{Profile, ServiceId};
use crate::domain::sip_compare::tidy;
use crate::domain::voice::VoiceWalk;
use crate::helper::certificate;
use crate::helper::doorman::{Arrived, Letter, MOST_PORTS, Ticket};
use crate::helper::doors;
use crate::helper::link::Link;
use crate::helper::protocol::{
    DOORMAN, DOORMAN_SEEN, DoormanAnswer, DoormanRequest, KEY_SCHEME, MOST_ANSWER_BYTES, MOST_STRETCHES, Reason,
    Refusal, SeenAnswer, SeenRequest, VERSION, VoiceRequest, WALK, WAYS, WalkAnswer, WalkRequest, WaysAnswer,
    WaysRequest,
};
use crate::helper::result;
use crate::helper::voice::MOST_VOICES;
use crate::helper::ways::{self, MOST_WAYS, PASS_LETTERS};
use crate::net;
use crate::net::socket::{Call, connect_tcp};

/// Connecting and the handshake together.
const CONNECTING: Duration = Duration::from_secs(8);
/// The answer: a walk takes 20 seconds at most and a sweep of the voice 28 more, and a slow line needs some for the
/// request.
const ANSWERING: Duration = Duration::from_secs(65);
/// Closing.
const LEAVING: Duration = Duration::from_millis(500);

/// What a helper's walk brought.
#[derive(Clone, Debug)]
pub struct HelperWalk {
    /// The office's street address as the helper saw it.
    pub office: IpAddr,
    /// The knocks.
    pub evidence: Vec<Evidence>,
    /// Voice rows where a witness answered.
    pub voice: Vec<VoiceWalk>,
    /// The walk.
    pub report: WalkReport,
}

/// Where a helper listens for this family: the link's addresses, or those that its name leads to.
pub async fn address(link: &Link, family: Family) -> Option<SocketAddr> {
    let fits = |place: &SocketAddr| Family::of(place.ip()) == family;
    let named = link.ip().map(|ip| SocketAddr::new(ip, link.port));
    if let Some(place) = named.iter().chain(&link.also).copied().find(fits) {
        return Some(place);
    }
    if named.is_some() {
        return None;
    }
    let looked_up = timeout(CONNECTING, tokio::net::lookup_host((link.host.as_str(), link.port))).await;
    looked_up.ok()?.ok()?.find(fits)
}

/// What a helper is asked to knock on.
#[derive(Clone, Debug)]
pub struct WalkOrder<'a> {
    /// The phone system.
    pub profile: &'a Profile,
    /// Rows to knock on.
    pub services: &'a [ServiceId],
    /// A witness stands there.
    pub voice: Option<VoiceRequest>,
}

/// Asks the helper at `place` for a walk to this office. `now` is when it is asked; `reached` hears that it was.
pub async fn walk(
    link: &Link,
    place: SocketAddr,
    order: &WalkOrder<'_>,
    from: &net::From,
    now: Timestamp,
    reached: &impl Fn(),
) -> Result<HelperWalk, Problem> {
    let WalkOrder { profile, services, voice } = order;
    let request = WalkRequest::new(profile, services.to_vec(), voice.clone());
    let answer: WalkAnswer = ask_telling(link, place, from, WALK, &request, reached).await?;
    if answer.version != VERSION {
        return Err(Problem::new("helper-other-version"));
    }
    Ok(told(order, &answer, now))
}

/// Asks where to send the letters of the doorman test. What a helper may choose is kept small: names of plain signs,
/// and ports of its own.
pub async fn open_doorman_test(link: &Link, place: SocketAddr, from: &net::From) -> Result<Ticket, Problem> {
    let answer: DoormanAnswer = ask(link, place, from, DOORMAN, &DoormanRequest::new()).await?;
    if answer.version != VERSION {
        return Err(Problem::new("helper-other-version"));
    }
    let is_name =
        |name: &str| (8..=64).contains(&name.len()) && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    let Ticket { ticket, letters, .. } = &answer.test;
    let is_fine = |l: &Letter| l.port != 0 && is_name(&l.call_id);
    let is_ours = is_name(ticket) && letters.len() <= 2 * MOST_PORTS && letters.iter().all(is_fine);
    if is_ours && !letters.is_empty() { Ok(answer.test) } else { Err(Problem::new("helper-not-understood")) }
}

/// Asks what of them arrived.
pub async fn letters_seen(
    link: &Link,
    place: SocketAddr,
    from: &net::From,
    test: &Ticket,
) -> Result<Vec<Arrived>, Problem> {
    let answer: SeenAnswer = ask(link, place, from, DOORMAN_SEEN, &SeenRequest::new(test)).await?;
    if answer.version != VERSION {
        return Err(Problem::new("helper-other-version"));
    }
    let tidied = |seen: Arrived| Arrived {
        arrived: seen.arrived.as_deref().map(tidy),
        answer: seen.answer.as_deref().map(tidy),
        ..seen
    };
    Ok(answer.letters.into_iter().take(2 * MOST_PORTS).map(tidied).collect())
}

/// One further port of a helper that was tried.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WayTried {
    /// Where.
    pub target: SocketAddr,
    /// What came of it.
    pub measured: Measured,
    /// Milliseconds until that was known.
    pub elapsed_ms: u64,
}

/// The further ports of a helper among `wanted`, and what came of trying them, one after the other: it counts its
/// visitors. Silence counts only where somebody else came through, because a wall before the helper looks the same.
pub async fn try_ways(
    link: &Link,
    place: SocketAddr,
    from: &net::From,
    wanted: impl Fn(u16) -> bool,
) -> Result<Vec<WayTried>, Problem> {
    let answer: WaysAnswer = ask(link, place, from, WAYS, &WaysRequest::new()).await?;
    if answer.version != VERSION {
        return Err(Problem::new("helper-other-version"));
    }
    let is_pass = |pass: &String| pass.len() == PASS_LETTERS && pass.bytes().all(|b| b.is_ascii_hexdigit());
    let Some(pass) = answer.pass.filter(is_pass) else { return Ok(Vec::new()) };
    let ports: BTreeSet<u16> = answer.ports.into_iter().take(MOST_WAYS).filter(|p| *p != 0 && wanted(*p)).collect();
    let mut tried = Vec::new();
    for port in ports {
        let target = SocketAddr::new(place.ip(), port);
        let begun = Instant::now();
        let mut measured = ways::try_way(target, &pass, from).await;
        if measured.outcome != Outcome::Answered && !answer.reached.contains(&port) {
            measured.outcome = Outcome::NotChecked;
        }
        let elapsed_ms = u64::try_from(begun.elapsed().as_millis()).unwrap_or(u64::MAX);
        tried.push(WayTried { target, measured, elapsed_ms });
    }
    Ok(tried)
}

/// One request, one answer.
pub async fn ask<Q: Serialize, A: DeserializeOwned>(
    link: &Link,
    place: SocketAddr,
    from: &net::From,
    path: &str,
    question: &Q,
) -> Result<A, Problem> {
    ask_telling(link, place, from, path, question, &|| ()).await
}

/// The same; `reached` hears that the helper was reached and is asked.
async fn ask_telling<Q: Serialize, A: DeserializeOwned>(
    link: &Link,
    place: SocketAddr,
    from: &net::From,
    path: &str,
    question: &Q,
    reached: &impl Fn(),
) -> Result<A, Problem> {
    let tls = connect(link, place, from).await?;
    reached();
    let asked = timeout(ANSWERING, exchange(link, tls, path, question)).await;
    let (status, body) = asked.map_err(|_| unreachable("time"))??;
    if status == StatusCode::OK {
        return serde_json::from_slice(&body).map_err(|_| Problem::new("helper-not-understood"));
    }
    let refusal = serde_json::from_slice(&body).map_err(|_| Problem::new("helper-not-understood"))?;
    Err(refused(&refusal))
}

async fn connect(link: &Link, place: SocketAddr, from: &net::From) -> Result<TlsStream<TcpStream>, Problem> {
    let until = Instant::now() + CONNECTING;
    let surroundings = Surroundings::default();
    let call = Call { story: place, real: place, from, surroundings: &surroundings, until };
    let tcp = connect_tcp(&call).await.map_err(|m| unreachable(m.outcome.id()))?;
    let config = certificate::client_config(link.pin).map_err(|e| unreachable(&e.to_string()))?;
    let name = ServerName::IpAddress(place.ip().into());
    match timeout_at(until, TlsConnector::from(config).connect(name, tcp)).await {
        Ok(Ok(tls)) => Ok(tls),
        Ok(Err(error)) if certificate::is_other_key(&error) => Err(Problem::new("helper-pin-differs")),
        Ok(Err(_)) => Err(unreachable("tls")),
        Err(_) => Err(unreachable("time")),
    }
}

async fn exchange<Q: Serialize>(
    link: &Link,
    tls: TlsStream<TcpStream>,
    path: &str,
    question: &Q,
) -> Result<(StatusCode, Bytes), Problem> {
    let lost = |_| unreachable("lost");
    let body = serde_json::to_vec(question).map_err(|e| unreachable(&e.to_string()))?;
    let request = Request::builder()
        .method(Method::POST)
        .uri(path)
        .header(HOST, link.host.as_str())
        .header(AUTHORIZATION, format!("{KEY_SCHEME}{}", link.key))
        .header(CONTENT_TYPE, "application/json")
        .body(Full::new(Bytes::from(body)))
        .map_err(|_| Problem::new("helper-link-not-a-link"))?;
    let (mut sender, connection) = hyper::client::conn::http1::Builder::new()
        .max_headers(32)
        .max_buf_size(32 * 1024)
        .handshake(TokioIo::new(tls))
        .await
        .map_err(lost)?;
    let mut connection = std::pin::pin!(connection);
    let asked = async {
        let answer = sender.send_request(request).await.map_err(lost)?;
        let status = answer.status();
        let body = Limited::new(answer.into_body(), MOST_ANSWER_BYTES).collect().await;
        Ok((status, body.map_err(|_| Problem::new("helper-not-understood"))?.to_bytes()))
    };
    let answered = {
        let mut asked = std::pin::pin!(asked);
        tokio::select! {
            biased;
            answered = &mut asked => answered,
            // The connection may be over before its last words are read.
            _ended = &mut connection => return asked.await,
        }
    };
    drop(sender);
    timeout(LEAVING, connection).await.ok();
    answered
}

fn unreachable(why: &str) -> Problem {
    Problem::new("helper-unreachable").with("why", why)
}

fn refused(refusal: &Refusal) -> Problem {
    let minutes = refusal.retry_after_secs.unwrap_or(60).div_ceil(60);
    let address = refusal.address.map(|ip| ip.to_string()).unwrap_or_default();
    match refusal.refused {
        Reason::WrongKey => Problem::new("helper-wrong-key"),
        Reason::TooOften => Problem::new("helper-too-often").with("minutes", minutes),
        Reason::Busy => Problem::new("helper-busy").with("minutes", minutes),
        Reason::Address => Problem::new("helper-refuses-address").with("address", address),
        Reason::OtherVersion | Reason::UnknownRows | Reason::NothingHere => Problem::new("helper-other-version"),
        Reason::NoLetters => Problem::new("helper-takes-no-letters"),
        Reason::UnknownTicket => Problem::new("helper-forgot-letters"),
        Reason::TooShort | Reason::TooLarge | Reason::TooSlow | Reason::NotUnderstood => {
            Problem::new("helper-not-understood")
        }
    }
}

/// The answer as evidence, by the office's own clock. Left out are rows that the profile does not have, and every word
/// about voices that nobody asked for.
pub(super) fn told(order: &WalkOrder<'_>, answer: &WalkAnswer, now: Timestamp) -> HelperWalk {
    let profile = order.profile;
    let office = answer.asker.to_canonical();
    let walker = answer.knocked_from.map(|ip| ip.to_canonical());
    let mut told = BTreeSet::new();
    let evidence = answer.doors.iter().filter_map(|door| {
        // Each row once, however often it is named.
        let row = profile.service(&door.service).filter(|row| told.insert(row.id.clone()))?;
        let nothing_asked = door.outcome == Outcome::NotChecked && door.seen.is_none();
        if nothing_asked {
            return None;
        }
        let probe = Probe {
            service: Some(row.id.clone()),
            kind: row.probe,
            transport: row.protocol,
            target: SocketAddr::new(office, row.port_start),
            vantage: Vantage::Outside,
        };
        let seen = door.seen.as_deref().and_then(|s| net::socket::one_line(s.as_bytes()));
        let measured = Measured { outcome: door.outcome, seen, fingerprint: door.fingerprint, asker: walker };
        let after = SignedDuration::from_millis(i64::try_from(door.after_ms).unwrap_or(0).min(60_000));
        Some(Evidence::of(&probe, measured, now.checked_add(after).unwrap_or(now), door.elapsed_ms))
    });
    let street = match walker {
        Some(ip) if ip == office => Street::Same,
        // Another network of this very office, or a server behind its company's translation: both look like this.
        Some(ip) if address::is_inside(ip) => Street::Unknown,
        Some(_) => Street::Other,
        None => Street::Unknown,
    };
    let report = WalkReport {
        walker: Walker::Helper,
        at: now,
        address: walker,
        street,
        answered_before: match (answer.answered_before, answer.second_address) {
            (true, _) => Some(true),
            (false, true) => Some(false),
            // The office itself was answered from there.
            (false, false) => None,
        },
        street_lies: answer.street_lies,
        trouble: answer.trouble.as_deref().map(|t| result::known_trouble(t).to_owned()),
    };
    let mut evidence: Vec<Evidence> = evidence.collect();
    let heard = |v: &VoiceWalk| VoiceWalk { at: now, asker: walker, ..v.clone().shortened(MOST_STRETCHES) };
    // Of each row that was asked the first word, and only where it speaks of the ports that were asked.
    let asked =
        order.voice.iter().flat_map(|voice| doors::voices(profile, order.services, voice.ports)).take(MOST_VOICES);
    let told = asked.filter_map(|(row, ports)| answer.voice.iter().find(|v| v.service == row.id && v.is_about(ports)));
    let voice: Vec<VoiceWalk> = told.map(heard).collect();
    evidence.extend(voice.iter().filter_map(|v| result::voice_evidence(office, profile, v)));
    HelperWalk { office, evidence, voice, report }
}

#[cfg(test)]
#[path = "client_tests.rs"]
mod tests;
