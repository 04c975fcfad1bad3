//! The helper's desk: reads one request, decides by the limits, walks to whoever asked, and answers. Knows no sockets
//! of its own; what it may send is in `walk` and `protocol`.

use std::cell::RefCell;
use std::convert::Infallible;
use std::net::{IpAddr, SocketAddr};
use std::rc::Rc;
use std::time::Duration;

use http_body_util::{BodyExt as _, Full, LengthLimitError, Limited};
use hyper::body::{Body as _, Bytes, Incoming};
use hyper::header::{AUTHORIZATION, CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, RETRY_AFTER};
use hyper::{HeaderMap, Method, Request, Response, StatusCode};
use jiff::Timestamp;
use serde::Serialize;
use serde::de::DeserializeOwned;
use sha2::{Digest as _, Sha256};
use tokio::time::{Instant, sleep_until, timeout};

use crate::domain::address;
use crate::domain::catalog;
use crate::domain::limits::Ledger;
use crate::domain::probe::{Evidence, Outcome, Surroundings};
use crate::domain::service::ServiceId;
use crate::helper::doorman::DoormanDesk;
use crate::helper::doors;
use crate::helper::guard::{self, Denied, Guard};
use crate::helper::leaving::Leaving;
use crate::helper::names::Names;
use crate::helper::protocol::{
    self, DOORMAN, DOORMAN_SEEN, DoorSeen, KEY_SCHEME, MOST_REQUEST_BYTES, MOST_SEEN_BYTES, MOST_STRETCHES, Reason,
    Refusal, VERSION, WALK, WAYS, WalkAnswer, WalkRequest, bytes_owed, bytes_owed_for,
};
use crate::helper::result::WalkResult;
use crate::helper::server::{Settings, Targets, now};
use crate::helper::walk::{self, Manners, Order};
use crate::helper::ways::WaysDesk;

/// How long a request may take to arrive after its head.
const BODY: Duration = Duration::from_secs(10);

/// Where a trusted proxy says who asks.
const FORWARDED_FOR: &str = "x-forwarded-for";

/// Who is at the desk.
#[derive(Clone, Copy, Debug)]
pub(super) struct Visit {
    /// The other end of the connection.
    pub peer: IpAddr,
    /// The helper's own address that the connection came to.
    pub local: Option<IpAddr>,
}

/// An answer.
pub(super) type Answer = Response<Full<Bytes>>;

/// One helper's desk, shared by all its connections.
pub(super) struct Desk {
    pub settings: Settings,
    pub guard: RefCell<Guard>,
    /// Addresses of this computer: never a target.
    pub own: Vec<IpAddr>,
    /// Takes in letters for the doorman test.
    pub doorman: Rc<RefCell<DoormanDesk>>,
    /// Its further ports.
    pub ways: WaysDesk,
    pub log: Box<dyn Fn(&str)>,
    leaving: Leaving,
    names: RefCell<Names>,
}

/// A walk that was granted. However it ends, the guard hears of it.
struct Walking<'d> {
    desk: &'d Desk,
    to: IpAddr,
    ledger: Ledger,
}

impl Drop for Walking<'_> {
    fn drop(&mut self) {
        self.desk.guard.borrow_mut().end_walk(self.to, std::mem::take(&mut self.ledger));
    }
}

impl Desk {
    pub(super) fn new(
        settings: Settings,
        own: Vec<IpAddr>,
        doorman: DoormanDesk,
        ways: WaysDesk,
        log: Box<dyn Fn(&str)>,
    ) -> Self {
        let guard = RefCell::new(Guard::new(settings.walks_per_minute));
        let doorman = Rc::new(RefCell::new(doorman));
        Self { settings, guard, own, doorman, ways, log, leaving: Leaving::default(), names: RefCell::default() }
    }

    /// True when this peer speaks for others.
    pub(super) fn is_trusted_proxy(&self, peer: IpAddr) -> bool {
        self.settings.trust_proxy.is_some_and(|proxy| proxy.to_canonical() == peer)
    }

    /// Answers one request. Never fails: what is wrong is a refusal.
    pub(super) async fn answer(self: Rc<Self>, visit: Visit, request: Request<Incoming>) -> Result<Answer, Infallible> {
        let answered = self.route(visit, request).await;
        Ok(answered.unwrap_or_else(|refusal| {
            self.tell("refused", visit.peer, &format!("why={:?}", refusal.refused));
            refused(&refusal)
        }))
    }

    async fn route(&self, visit: Visit, request: Request<Incoming>) -> Result<Answer, Refusal> {
        let uri = request.uri();
        // Whoever names a host, or adds a question, takes this for a proxy.
        if uri.authority().is_some() || uri.scheme().is_some() || uri.query().is_some() {
            return Err(Refusal::because(Reason::NotUnderstood));
        }
        let asker = self.asker(visit.peer, request.headers())?;
        let path = uri.path().to_owned();
        match (request.method(), path.as_str()) {
            (&Method::GET | &Method::HEAD, "/") => Ok(self.page()),
            (&Method::POST, WALK) => {
                let (request, length) = self.read(request, MOST_REQUEST_BYTES).await?;
                let answer = self.walk(asker, visit.local, &request, length).await?;
                Ok(document(StatusCode::OK, &answer))
            }
            (&Method::POST, DOORMAN) => {
                let (request, length) = self.read(request, MOST_REQUEST_BYTES).await?;
                paid(&self.give_ticket(asker, &request)?, length)
            }
            (&Method::POST, DOORMAN_SEEN) => {
                let (request, length) = self.read(request, MOST_REQUEST_BYTES).await?;
                paid(&self.show_letters(asker, &request)?, length)
            }
            (&Method::POST, WAYS) => {
                let (request, length) = self.read(request, MOST_REQUEST_BYTES).await?;
                paid(&self.tell_ways(asker, &request)?, length)
            }
            _ => Err(Refusal::because(Reason::NothingHere)),
        }
    }

    /// The address that asks: the other end of the connection, and only where that is the operator's own proxy, the
    /// last one that this proxy put down.
    fn asker(&self, peer: IpAddr, headers: &HeaderMap) -> Result<IpAddr, Refusal> {
        if !self.is_trusted_proxy(peer) {
            return Ok(peer);
        }
        let said = headers.get_all(FORWARDED_FOR).iter().next_back().and_then(|v| v.to_str().ok());
        let last = said.and_then(|s| s.rsplit(',').next()).map(str::trim).unwrap_or_default();
        let asker = last.parse::<IpAddr>().or_else(|_| last.parse::<SocketAddr>().map(|s| s.ip()));
        let asker = asker.map_err(|_| Refusal::because(Reason::NotUnderstood))?.to_canonical();
        self.guard.borrow_mut().request(asker, now()).map_err(|d| denied(d, asker))?;
        Ok(asker)
    }

    /// Reads a request of somebody who has a key.
    async fn read<T: DeserializeOwned>(&self, request: Request<Incoming>, most: usize) -> Result<(T, usize), Refusal> {
        let given = request.headers().get(AUTHORIZATION).and_then(|v| v.to_str().ok());
        let given = given.and_then(|v| v.strip_prefix(KEY_SCHEME)).unwrap_or_default();
        if !is_one_of(&self.settings.keys, given) {
            return Err(Refusal::because(Reason::WrongKey));
        }
        let body = timeout(BODY, Limited::new(request.into_body(), most).collect()).await;
        let body = match body {
            Err(_) => return Err(Refusal::because(Reason::TooSlow)),
            Ok(Err(error)) if error.is::<LengthLimitError>() => return Err(Refusal::because(Reason::TooLarge)),
            Ok(Err(_)) => return Err(Refusal::because(Reason::NotUnderstood)),
            Ok(Ok(body)) => body.to_bytes(),
        };
        let read = serde_json::from_slice(&body).map_err(|_| Refusal::because(Reason::NotUnderstood))?;
        Ok((read, body.len()))
    }

    /// Walks to the asker, and only there.
    async fn walk(
        &self,
        asker: IpAddr,
        local: Option<IpAddr>,
        request: &WalkRequest,
        length: usize,
    ) -> Result<WalkAnswer, Refusal> {
        let (order, _) = ordered(asker, request, length)?;
        let surroundings = self.surroundings(asker)?;
        let granted = self.guard.borrow_mut().begin_walk(asker, now()).map_err(|d| denied(d, asker))?;
        let mut walking = Walking { desk: self, to: asker, ledger: granted };
        let (from, left_from) = self.leaving.choose(asker, local, &self.settings.knock_from, &self.own);

        let (began, at) = (Instant::now(), now());
        let on = &mut |_: u32, _: u32, _: &ServiceId| {};
        let walked = walk::walk_as_ordered(&order, at, &from, &surroundings, on, &mut walking.ledger).await;
        let (result, evidence) = (walked.result, walked.evidence);
        sleep_until(began + guard::release(began.elapsed())).await;

        let knocked_from = left_from.filter(|ip| address::is_public(*ip)).or(result.address).or(left_from);
        let answered = result.doors.iter().filter(|d| d.outcome == Outcome::Answered).count();
        if answered > 0 {
            self.leaving.answered(left_from);
        }
        let spent = began.elapsed().as_millis();
        self.tell("walked", asker, &format!("doors={} answered={answered} ms={spent}", result.doors.len()));
        Ok(WalkAnswer {
            version: VERSION,
            asker,
            knocked_from,
            second_address: left_from.is_some() && local.is_some() && left_from != local,
            answered_before: self.leaving.is_heard(left_from),
            street_lies: result.street_lies,
            trouble: result.trouble.clone(),
            doors: seen(&result, &evidence, at),
            voice: result.voice.into_iter().map(|v| v.shortened(MOST_STRETCHES)).collect(),
        })
    }

    /// Refuses addresses that no office has, this computer's own, and those that the operator leaves alone.
    pub(super) fn surroundings(&self, asker: IpAddr) -> Result<Surroundings, Refusal> {
        let mut surroundings = self.settings.surroundings.clone();
        match self.settings.targets {
            Targets::Public => {}
            Targets::AlsoPrivate => surroundings.allowed_targets.push(asker),
        }
        if self.leaves_alone(asker) || walk::admit(asker, &surroundings, &self.own).is_err() {
            return Err(Refusal { address: Some(asker), ..Refusal::because(Reason::Address) });
        }
        Ok(surroundings)
    }

    /// True for an address whose owner asked to be left alone.
    fn leaves_alone(&self, asker: IpAddr) -> bool {
        self.settings.never.iter().any(|network| network.contains(asker))
    }

    fn page(&self) -> Answer {
        let mut page = Response::new(Full::new(Bytes::from(self.settings.page.clone())));
        let headers = page.headers_mut();
        headers.insert(CONTENT_TYPE, hyper::header::HeaderValue::from_static("text/html; charset=utf-8"));
        headers.insert(CONTENT_SECURITY_POLICY, hyper::header::HeaderValue::from_static("default-src 'none'"));
        page
    }

    /// One line for the operator, with a name that changes every day in the place of the address.
    pub(super) fn tell(&self, what: &str, who: IpAddr, more: &str) {
        let at = now();
        let name = self.names.borrow_mut().of(who, at);
        (self.log)(&format!("{at:.0} {what} who={name} {more}"));
    }
}

/// What the request asks for, with the rows of the profile that it names, and how many bytes are owed for it.
pub(super) fn ordered(asker: IpAddr, request: &WalkRequest, length: usize) -> Result<(Order, usize), Refusal> {
    if request.version != VERSION {
        return Err(Refusal::because(Reason::OtherVersion));
    }
    let unknown = || Refusal::because(Reason::UnknownRows);
    let profile = catalog::embedded(&request.profile).ok_or_else(unknown)?;
    let known = |id: &ServiceId| doors::selectable(profile).any(|row| row.id == *id);
    if !request.services.iter().all(known) {
        return Err(unknown());
    }
    let voice = match &request.voice {
        Some(voice) => Some(voice.order().ok_or(Refusal::because(Reason::NotUnderstood))?),
        None => None,
    };
    let owed = bytes_owed(profile, &request.services, request.voice.as_ref());
    if length < owed {
        return Err(Refusal::because(Reason::TooShort));
    }
    let services = request.services.clone();
    Ok((Order { address: asker, profile, services, manners: Manners::Asked, voice }, owed))
}

fn seen(result: &WalkResult, evidence: &[Evidence], began: Timestamp) -> Vec<DoorSeen> {
    let of = |door: &crate::helper::result::Door| {
        let knock = evidence.iter().find(|e| e.service.as_ref() == Some(&door.service));
        let after = knock.map_or(0, |e| e.at.duration_since(began).as_millis());
        DoorSeen {
            service: door.service.clone(),
            outcome: door.outcome,
            fingerprint: door.fingerprint,
            seen: knock.and_then(|e| e.seen.as_deref()).map(|s| protocol::cut(s, MOST_SEEN_BYTES).to_owned()),
            after_ms: u64::try_from(after).unwrap_or(0),
            elapsed_ms: knock.map_or(0, |e| e.elapsed_ms),
        }
    };
    result.doors.iter().map(of).collect()
}

/// Compared as hashes and to the end, so that the time tells nothing of a key.
fn is_one_of(keys: &[String], given: &str) -> bool {
    let given: [u8; 32] = Sha256::digest(given).into();
    let differs = |key: &String| {
        let key: [u8; 32] = Sha256::digest(key).into();
        key.iter().zip(given).fold(0, |sum, (a, b)| sum | (a ^ b))
    };
    keys.iter().fold(false, |found, key| found | (differs(key) == 0))
}

fn denied(denied: Denied, asker: IpAddr) -> Refusal {
    let (refused, again_in) = match denied {
        Denied::TooOften { again_in } => (Reason::TooOften, again_in),
        Denied::Busy { again_in } => (Reason::Busy, again_in),
    };
    let secs = u64::try_from(again_in.as_secs()).unwrap_or(0) + 1;
    Refusal { refused, retry_after_secs: Some(secs), address: Some(asker) }
}

fn refused(refusal: &Refusal) -> Answer {
    let status = match refusal.refused {
        Reason::WrongKey => StatusCode::UNAUTHORIZED,
        Reason::TooOften => StatusCode::TOO_MANY_REQUESTS,
        Reason::Busy => StatusCode::SERVICE_UNAVAILABLE,
        Reason::Address => StatusCode::FORBIDDEN,
        Reason::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
        Reason::TooSlow => StatusCode::REQUEST_TIMEOUT,
        Reason::NothingHere | Reason::NoLetters | Reason::UnknownTicket => StatusCode::NOT_FOUND,
        Reason::OtherVersion | Reason::UnknownRows | Reason::TooShort | Reason::NotUnderstood => {
            StatusCode::BAD_REQUEST
        }
    };
    let mut answer = document(status, refusal);
    if let Some(secs) = refusal.retry_after_secs {
        answer.headers_mut().insert(RETRY_AFTER, secs.into());
    }
    answer
}

/// An answer, if the request was long enough for it.
fn paid(content: &impl Serialize, length: usize) -> Result<Answer, Refusal> {
    let answer = document(StatusCode::OK, content);
    let size = answer.body().size_hint().exact().and_then(|s| usize::try_from(s).ok()).unwrap_or(usize::MAX);
    if length < bytes_owed_for(size) { Err(Refusal::because(Reason::TooShort)) } else { Ok(answer) }
}

fn document(status: StatusCode, content: &impl Serialize) -> Answer {
    let bytes = serde_json::to_vec(content).unwrap_or_default();
    let mut answer = Response::new(Full::new(Bytes::from(bytes)));
    *answer.status_mut() = status;
    let headers = answer.headers_mut();
    headers.insert(CONTENT_TYPE, hyper::header::HeaderValue::from_static("application/json"));
    headers.insert(CACHE_CONTROL, hyper::header::HeaderValue::from_static("no-store"));
    answer
}
