//! Routers that speak UPnP IGD: found on every adapter, described, asked for their address and their whole list of
//! mappings, and asked for a change. It reports what a router says and never what that means.
//!
//! igd-next does `AddPortMapping`, `DeletePortMapping` and `GetExternalIPAddress` through [`Lan`], our own transport: its
//! search can be made to eat gigabytes by one 40 KB description and waits for the slowest box of the office, so the
//! search, the description and everything it does not offer are ours.

use std::collections::HashMap;
use std::future::Future;
use std::io;
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use igd_next::{AddPortError, GetExternalIpError, RemovePortError, RequestError};
use tokio::time::{Instant, timeout_at};

use crate::domain::change::Change;
use crate::domain::office::{Gateway, MappingList, PortMapping};
use crate::domain::service::Transport;
pub use crate::net::igd_find::{Searched, find};
use crate::net::igd_http::{Http, Place};
use crate::net::{soap, xml};

/// Lines of the list that are read, and the time for it.
const LIST_LINES: u16 = 1000;
const LIST_TIME: Duration = Duration::from_secs(30);
/// Lines asked for at a time. A router answers one after the other all the same, but never waits for the next question.
/// miniupnpd holds five; with eight it lost some for seconds.
const AHEAD: u16 = 4;
/// Lines asked for one by one first: a short list costs no question more than it has lines.
const LINES_ALONE: u16 = 8;
/// A port that nobody maps.
const DISCARD: u16 = 9;
/// The same line so often in a row: this router does not look at the index.
const REPEATS: u8 = 3;

/// Why a router did not do as asked.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RouterError {
    /// It said no, with this UPnP error code.
    #[error("UPnP error {0}")]
    Code(u16),
    /// It did not answer in time.
    #[error("no answer")]
    NoAnswer,
    /// It answered, but not with SOAP. At most 200 characters, none of them control characters.
    #[error("no proper answer: {0}")]
    NotProper(String),
}

/// A list that is being read.
#[derive(Debug, Default)]
struct Reading {
    lines: Vec<PortMapping>,
    repeats: u8,
    has_gaps: bool,
}

impl Reading {
    /// Takes one line in; none where it could not be understood. Gives how the list stands where it is over.
    fn take(&mut self, line: Option<PortMapping>) -> Option<MappingList> {
        match line {
            Some(line) if self.lines.last() == Some(&line) => {
                self.repeats += 1;
                return (self.repeats >= REPEATS).then_some(MappingList::Partial);
            }
            Some(line) => {
                self.repeats = 0;
                self.lines.push(line);
            }
            None => self.has_gaps = true,
        }
        None
    }

    const fn whole(&self) -> MappingList {
        if self.has_gaps { MappingList::Partial } else { MappingList::Whole }
    }

    /// The time was over before this line.
    fn broken_off(self, index: u16) -> (Vec<PortMapping>, MappingList) {
        (self.lines, if index == 0 { MappingList::Unread } else { MappingList::Partial })
    }
}

/// A router that takes requests.
#[derive(Clone, Debug)]
pub struct Router {
    /// What it said about itself.
    pub gateway: Gateway,
    /// Its unique device name (UDN).
    pub id: Option<String>,
    pub(super) line: Line,
    /// Its firewall over IPv6, where it has that service.
    pub(super) firewall: Option<Line>,
    /// It named a line to the precise question once; shared by all copies.
    pub(super) named: Arc<AtomicBool>,
}

/// How a router's WAN connection is reached.
#[derive(Clone, Debug)]
pub(super) struct Line {
    pub(super) http: Http,
    pub(super) control: Place,
    pub(super) service_type: String,
}

impl Router {
    /// The address it has on the internet's side; none when it gives none.
    pub async fn external_address(&self) -> Result<Option<IpAddr>, RouterError> {
        self.line.external_address().await
    }

    /// Its list of mappings and how much of it was read. 713 is the proper end; any other trouble leaves it partial.
    pub async fn list(&self) -> (Vec<PortMapping>, MappingList) {
        let mut reading = Reading::default();
        let (mut index, mut ahead) = (0, 1);
        let deadline = Instant::now() + LIST_TIME;
        while index < LIST_LINES {
            let Ok(answers) = timeout_at(deadline, self.lines_from(index, ahead)).await else {
                return reading.broken_off(index);
            };
            for answer in answers {
                // Not every router hears several at a time: this one is asked again, alone, and so are all after it.
                if ahead > 1 && matches!(answer, Err(RouterError::NoAnswer | RouterError::NotProper(_))) {
                    ahead = 0;
                    break;
                }
                if let Some(ended) = self.take_line(&mut reading, index, answer).await {
                    return (reading.lines, ended);
                }
                index += 1;
            }
            ahead = match ahead {
                // One that does not look at the index shows it by now.
                1 if index == LINES_ALONE => AHEAD,
                0 => 1,
                other => other,
            };
        }
        (reading.lines, MappingList::Partial)
    }

    /// The answers about this many lines, in their order.
    async fn lines_from(&self, first: u16, many: u16) -> Vec<Result<xml::Element, RouterError>> {
        let ask = async |index: u16| {
            self.line.ask("GetGenericPortMappingEntry", &[("NewPortMappingIndex", index.to_string().as_str())]).await
        };
        if many < AHEAD {
            return vec![ask(first).await];
        }
        let (one, two, three, four) = tokio::join!(ask(first), ask(first + 1), ask(first + 2), ask(first + 3));
        vec![one, two, three, four]
    }

    /// Takes one answer in. Gives how the list stands where it is over.
    async fn take_line(
        &self,
        reading: &mut Reading,
        index: u16,
        answer: Result<xml::Element, RouterError>,
    ) -> Option<MappingList> {
        match answer {
            Ok(answer) => reading.take(soap::mapping(&answer, None)),
            // 713 is the proper end; some routers say 714, or that they do not like the index.
            Err(RouterError::Code(713 | 714)) => Some(reading.whole()),
            Err(RouterError::Code(402)) if index > 0 => Some(reading.whole()),
            // There is no such action, or nobody to ask for it.
            Err(RouterError::Code(401 | 602) | RouterError::NoAnswer | RouterError::NotProper(_)) if index == 0 => {
                Some(MappingList::Unread)
            }
            Err(RouterError::Code(code)) if self.ends_with(index, code).await => Some(reading.whole()),
            Err(_) => Some(MappingList::Partial),
        }
    }

    /// Some routers end their list with 501 and its kin, and an empty one with 402. It is the end where the next index
    /// brings the same; of an empty list the precise question must tell too that nobody holds a port.
    async fn ends_with(&self, index: u16, code: u16) -> bool {
        let next = index.saturating_add(1).to_string();
        let again = self.line.ask("GetGenericPortMappingEntry", &[("NewPortMappingIndex", next.as_str())]).await;
        again == Err(RouterError::Code(code))
            && (index > 0 || matches!(self.specific(DISCARD, Transport::Tcp).await, Ok(None)))
    }

    /// The line for one outside port; none when nobody holds it.
    pub async fn specific(&self, port: u16, protocol: Transport) -> Result<Option<PortMapping>, RouterError> {
        let port_text = port.to_string();
        let arguments = [("NewRemoteHost", ""), ("NewExternalPort", &port_text), ("NewProtocol", protocol.name())];
        match self.line.ask("GetSpecificPortMappingEntry", &arguments).await {
            Ok(answer) => {
                let line = soap::mapping(&answer, Some((port, protocol)));
                self.named.fetch_or(line.is_some(), Ordering::Relaxed);
                Ok(line)
            }
            Err(RouterError::Code(713 | 714)) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// True once [`Self::specific`] brought a line: this router knows that question.
    pub fn has_named_a_line(&self) -> bool {
        self.named.load(Ordering::Relaxed)
    }

    /// Asks for an entrance. Success is the router's word only; read it back.
    pub async fn add(&self, change: &Change) -> Result<(), RouterError> {
        let inside = SocketAddr::new(change.internal_client, change.external_port);
        let (protocol, port) = (protocol(change.protocol), change.external_port);
        let gateway = self.line.gateway();
        let request = gateway.add_port(protocol, port, inside, change.lease_seconds, &change.description);
        self.line.through(request).await.map_err(|error| match error {
            AddPortError::ActionNotAuthorized => RouterError::Code(606),
            AddPortError::InternalPortZeroInvalid => RouterError::Code(732),
            AddPortError::ExternalPortZeroInvalid => RouterError::Code(716),
            AddPortError::PortInUse => RouterError::Code(718),
            AddPortError::SamePortValuesRequired => RouterError::Code(724),
            AddPortError::OnlyPermanentLeasesSupported => RouterError::Code(725),
            AddPortError::DescriptionTooLong => RouterError::Code(605),
            AddPortError::RequestError(error) => trouble(error),
        })
    }

    /// Asks to take an entrance away. miniupnpd says yes where there was none; read it back.
    pub async fn delete(&self, port: u16, transport: Transport) -> Result<(), RouterError> {
        let gateway = self.line.gateway();
        let request = gateway.remove_port(protocol(transport), port);
        self.line.through(request).await.map_err(|error| match error {
            RemovePortError::ActionNotAuthorized => RouterError::Code(606),
            RemovePortError::NoSuchPortMapping => RouterError::Code(714),
            RemovePortError::RequestError(error) => trouble(error),
        })
    }
}

impl Line {
    /// One question of our own.
    pub(super) async fn ask(&self, action: &str, arguments: &[(&str, &str)]) -> Result<xml::Element, RouterError> {
        let body = soap::request(&self.service_type, action, arguments);
        self.exchange(action, body).await
    }

    async fn exchange(&self, action: &str, body: String) -> Result<xml::Element, RouterError> {
        let header = format!("\"{}#{action}\"", self.service_type);
        let (status, answer) = self.http.post(&self.control, xml::ANSWER_LIMIT, &header, body).await?;
        soap::answer(status, &answer, action)
    }

    /// Whether the connection is up; none when the router does not say.
    pub(super) async fn connected(&self) -> Result<Option<bool>, RouterError> {
        let answer = self.ask("GetStatusInfo", &[]).await?;
        let status = answer.value("NewConnectionStatus");
        Ok(status.map(|s| ["Connected", "Up"].iter().any(|up| s.eq_ignore_ascii_case(up))))
    }

    pub(super) async fn external_address(&self) -> Result<Option<IpAddr>, RouterError> {
        let gateway = self.gateway();
        match self.through(gateway.get_external_ip()).await {
            Ok(ip) => Ok(Some(ip).filter(|ip| !ip.is_unspecified())),
            // The answer was proper, or `Lan` had refused it; the address in it is empty or is none.
            Err(GetExternalIpError::RequestError(RequestError::InvalidResponse(_))) => Ok(None),
            Err(GetExternalIpError::RequestError(error)) => Err(trouble(error)),
            Err(GetExternalIpError::ActionNotAuthorized) => Err(RouterError::Code(606)),
        }
    }

    /// The argument order is that of `WANIPConnection`: a router whose service description is missing is asked too.
    fn gateway(&self) -> igd_next::aio::Gateway<Lan> {
        let names = |list: &[&str]| list.iter().map(|n| (*n).to_owned()).collect::<Vec<_>>();
        let schema = HashMap::from([
            (
                "AddPortMapping".to_owned(),
                names(&[
                    "NewRemoteHost",
                    "NewExternalPort",
                    "NewProtocol",
                    "NewInternalPort",
                    "NewInternalClient",
                    "NewEnabled",
                    "NewPortMappingDescription",
                    "NewLeaseDuration",
                ]),
            ),
            ("DeletePortMapping".to_owned(), names(&["NewRemoteHost", "NewExternalPort", "NewProtocol"])),
        ]);
        igd_next::aio::Gateway {
            addr: self.control.socket_addr(),
            root_url: String::new(),
            control_url: self.control.path(),
            control_schema_url: String::new(),
            control_schema: schema,
            service_type: self.service_type.clone(),
            provider: Lan,
        }
    }

    /// Runs a request of igd-next over this line.
    async fn through<F: Future>(&self, request: F) -> F::Output {
        LINE.scope(self.clone(), request).await
    }
}

tokio::task_local! {
    /// igd-next calls its transport without a self, so the line travels with the task.
    static LINE: Line;
}

/// igd-next's transport: our client, our gate. What comes out was written by us.
#[derive(Clone, Debug)]
struct Lan;

impl igd_next::aio::Provider for Lan {
    async fn send_async(_url: &str, header: &str, body: &str) -> Result<String, RequestError> {
        let line = LINE.try_with(Line::clone).map_err(|_| RequestError::IoError(io::ErrorKind::NotConnected.into()))?;
        let action = header.trim_matches('"').rsplit('#').next().unwrap_or_default();
        match line.exchange(action, body.to_owned()).await {
            Ok(answer) => Ok(soap::plain(action, &answer)),
            Err(RouterError::Code(code)) => Err(RequestError::ErrorCode(code, String::new())),
            Err(RouterError::NoAnswer) => Err(RequestError::IoError(io::ErrorKind::TimedOut.into())),
            Err(RouterError::NotProper(why)) => {
                Err(RequestError::IoError(io::Error::new(io::ErrorKind::InvalidData, why)))
            }
        }
    }
}

fn trouble(error: RequestError) -> RouterError {
    match error {
        RequestError::ErrorCode(code, _) => RouterError::Code(code),
        RequestError::UnsupportedAction(_) => RouterError::Code(401),
        RequestError::IoError(error) if error.kind() == io::ErrorKind::InvalidData => {
            RouterError::NotProper(xml::tidy(&error.to_string()))
        }
        RequestError::InvalidResponse(text) => RouterError::NotProper(xml::tidy(&text)),
        // The rest are errors of igd-next's own transport, which is not in use.
        RequestError::IoError(_)
        | RequestError::HyperError(_)
        | RequestError::HyperClientError(_)
        | RequestError::HttpError(_)
        | RequestError::Utf8Error(_) => RouterError::NoAnswer,
    }
}

fn protocol(transport: Transport) -> igd_next::PortMappingProtocol {
    match transport {
        Transport::Udp => igd_next::PortMappingProtocol::UDP,
        Transport::Tcp => igd_next::PortMappingProtocol::TCP,
    }
}
