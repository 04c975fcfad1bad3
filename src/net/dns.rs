//! Questions to name servers: address, SRV and NAPTR records, and whether a name server is reached at all. Asks only
//! the servers that the system was given, and asks them to do the searching.

use std::net::{IpAddr, SocketAddr};
use std::time::Duration;

use hickory_proto::op::{Message, MessageType, OpCode, Query, ResponseCode};
use hickory_proto::rr::{Name, RData, RecordType};
use tokio::io::AsyncWriteExt as _;
use tokio::time::{Instant, timeout_at};

use crate::domain::address;
use crate::domain::probe::{Measured, Outcome, Surroundings};
use crate::domain::service::Transport;
use crate::net::From;
use crate::net::socket::{
    Call, answered, ask_by_datagram, connect_tcp, connect_udp, did_not_speak, failed, no_later_than, random, read_until,
};

/// Port of name servers.
pub const PORT: u16 = 53;

/// Name servers that are asked; systems use three at most (resolv.conf).
const MOST_SERVERS: usize = 3;

/// Longest answer over TCP: the length stands in two bytes.
const LONGEST: usize = 2 + u16::MAX as usize;

/// What one question may take at one server.
const PATIENCE: Duration = Duration::from_secs(2);

/// Why there is no answer to a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum NoAnswer {
    /// The name does not exist, or has no such record.
    NoSuchRecord,
    /// No name server answered.
    NobodyToAsk,
}

/// Whom to ask for names, and for how long in all.
pub(crate) struct Way<'a> {
    pub servers: Vec<IpAddr>,
    pub from: &'a From,
    pub surroundings: &'a Surroundings,
    pub until: Instant,
}

/// The name servers that this network gave the computer. A practice office has those of its story.
pub async fn name_servers(surroundings: &Surroundings) -> Vec<IpAddr> {
    let mut servers = match &surroundings.practice {
        Some(street) => {
            let on_port = street.routes.iter().filter(|r| r.story.port() == PORT && r.transport == Transport::Udp);
            on_port.map(|r| r.story.ip()).collect()
        }
        None => tokio::task::spawn_blocking(of_this_computer).await.unwrap_or_default(),
    };
    servers.truncate(MOST_SERVERS);
    servers
}

#[cfg(not(windows))]
fn of_this_computer() -> Vec<IpAddr> {
    read_resolv_conf(&std::fs::read_to_string("/etc/resolv.conf").unwrap_or_default())
}

#[cfg(windows)]
fn of_this_computer() -> Vec<IpAddr> {
    let mut servers: Vec<IpAddr> = Vec::new();
    for interface in netdev::get_interfaces().into_iter().filter(|i| i.is_up() && i.gateway.is_some()) {
        let new = interface.dns_servers.into_iter().filter(|ip| !servers.contains(ip));
        servers.extend(new.collect::<Vec<_>>());
    }
    servers
}

#[cfg_attr(windows, expect(dead_code, reason = "Windows has no such file"))]
fn read_resolv_conf(text: &str) -> Vec<IpAddr> {
    let mut servers: Vec<IpAddr> = Vec::new();
    for line in text.lines().take(200) {
        let mut words = line.split_whitespace();
        if words.next() == Some("nameserver")
            && let Some(ip) = words.next().and_then(|word| word.parse().ok())
            && !servers.contains(&ip)
        {
            servers.push(ip);
        }
    }
    servers
}

/// Tells whether a name server is reached and does its work: asked for the servers of the root, which says nothing
/// about this office.
pub async fn ask_server(server: IpAddr, transport: Transport, from: &From, surroundings: &Surroundings) -> Measured {
    let way = Way { servers: vec![server], from, surroundings, until: Instant::now() + PATIENCE };
    let reply = match ask_one(server, transport, &Name::root(), RecordType::NS, &way).await {
        Ok(reply) => reply,
        Err(measured) => return measured,
    };
    let code = reply.metadata.response_code;
    let found = [ResponseCode::NoError, ResponseCode::NXDomain].contains(&code);
    // A forwarder inside that cannot get out itself says so politely; beyond the walls every answer is one.
    if found || address::can_be_street(server) {
        return answered(code.to_str());
    }
    Measured { seen: Some(code.to_str().to_owned()), ..Measured::bare(Outcome::Refused) }
}

/// The records of a name, whichever server answers first in their order.
pub(crate) async fn records(name: &Name, kind: RecordType, way: &Way<'_>) -> Result<Vec<RData>, NoAnswer> {
    for server in &way.servers {
        let asked = ask_one(*server, Transport::Udp, name, kind, way).await;
        let reply = match asked {
            // Too long for a datagram.
            Ok(reply) if reply.metadata.truncation => {
                ask_one(*server, Transport::Tcp, name, kind, way).await.unwrap_or(reply)
            }
            Ok(reply) => reply,
            Err(_) => continue,
        };
        let code = reply.metadata.response_code;
        if code == ResponseCode::NXDomain {
            return Err(NoAnswer::NoSuchRecord);
        }
        // This server is in trouble; the next may not be.
        if code != ResponseCode::NoError {
            continue;
        }
        // Names that stand for others (CNAME) are followed by the server.
        let found: Vec<RData> =
            reply.answers.into_iter().filter(|r| r.data.record_type() == kind).map(|r| r.data).collect();
        return if found.is_empty() { Err(NoAnswer::NoSuchRecord) } else { Ok(found) };
    }
    Err(NoAnswer::NobodyToAsk)
}

async fn ask_one(
    server: IpAddr,
    transport: Transport,
    name: &Name,
    kind: RecordType,
    way: &Way<'_>,
) -> Result<Message, Measured> {
    let Way { from, surroundings, .. } = *way;
    let story = SocketAddr::new(server, PORT);
    let Some(real) = surroundings.dial(transport, story) else { return Err(Measured::bare(Outcome::Silent)) };
    // A name server on this computer is not reached through an adapter.
    let anywhere = From::default();
    let from = if server.is_loopback() { &anywhere } else { from };
    let call = Call { story, real, from, surroundings, until: no_later_than(way.until, PATIENCE) };
    let [high, low] = random::<2>()?;
    let mut question = Message::new(u16::from_be_bytes([high, low]), MessageType::Query, OpCode::Query);
    question.metadata.recursion_desired = true;
    question.add_query(Query::query(name.clone(), kind));
    let bytes = question.to_vec().map_err(|e| failed("question", &std::io::Error::other(e)))?;
    match transport {
        Transport::Udp => {
            let socket = connect_udp(&call)?;
            let sends = [bytes.clone(), bytes];
            ask_by_datagram(&socket, None, &sends, call.until, |datagram, _| read(&question, datagram)).await
        }
        Transport::Tcp => over_tcp(&call, &question, &bytes).await,
    }
}

/// RFC 1035 section 4.2.2: two bytes of length, then the message.
async fn over_tcp(call: &Call<'_>, question: &Message, bytes: &[u8]) -> Result<Message, Measured> {
    let mut stream = connect_tcp(call).await?;
    let mut framed = u16::try_from(bytes.len()).unwrap_or(0).to_be_bytes().to_vec();
    framed.extend_from_slice(bytes);
    let sent = timeout_at(call.until, stream.write_all(&framed)).await;
    let mut kept = Vec::new();
    let is_whole = |kept: &[u8]| body(kept).is_some();
    let ended = read_until(&mut stream, &mut kept, LONGEST, call.until, is_whole).await;
    let answer = body(&kept).filter(|_| matches!(sent, Ok(Ok(())))).and_then(|b| read(question, b));
    answer.ok_or_else(|| did_not_speak(&kept, ended))
}

/// The message, once all of it is there.
fn body(kept: &[u8]) -> Option<&[u8]> {
    let (length, rest) = kept.split_first_chunk::<2>()?;
    rest.get(..usize::from(u16::from_be_bytes(*length)))
}

/// An answer to exactly this question.
fn read(question: &Message, bytes: &[u8]) -> Option<Message> {
    let reply = Message::from_vec(bytes).ok()?;
    let is_ours = reply.metadata.id == question.metadata.id
        && reply.metadata.message_type == MessageType::Response
        && reply.queries.first().is_none_or(|q| question.queries.first() == Some(q));
    is_ours.then_some(reply)
}

#[cfg(test)]
mod tests {
    use super::*;
    use hickory_proto::rr::Record;
    use hickory_proto::rr::rdata::A;

    #[test]
    fn name_servers_are_read_as_systems_write_them() {
        let text = "# made by dhcp\nsearch lan\nnameserver 192.168.77.1\nnameserver  fe80::1%eth0\n\tnameserver 2001:db8::53\n\
                    nameserver 192.168.77.1\nnameserverx 1.2.3.4\nnameserver\n";
        let expected: Vec<IpAddr> = vec!["192.168.77.1".parse().unwrap(), "2001:db8::53".parse().unwrap()];
        assert_eq!(read_resolv_conf(text), expected);
    }

    #[test]
    fn an_answer_to_another_question_is_none() {
        let ask = |name: &str, id| {
            let mut message = Message::new(id, MessageType::Query, OpCode::Query);
            message.add_query(Query::query(Name::from_ascii(name).unwrap(), RecordType::A));
            message
        };
        let reply = |name: &str, id| {
            let mut message = ask(name, id);
            message.metadata.message_type = MessageType::Response;
            let rdata = RData::A(A::new(203, 0, 113, 5));
            message.add_answer(Record::from_rdata(Name::from_ascii(name).unwrap(), 60, rdata));
            message.to_vec().unwrap()
        };
        let question = ask("a.example.", 7);
        assert!(read(&question, &reply("a.example.", 7)).is_some());
        assert!(read(&question, &reply("a.example.", 8)).is_none());
        assert!(read(&question, &reply("b.example.", 7)).is_none());
        assert!(read(&question, &question.to_vec().unwrap()).is_none(), "a question is no answer");
        assert!(read(&question, b"\x00\x07").is_none());
    }

    #[test]
    fn a_message_over_tcp_is_read_once_it_is_whole() {
        assert_eq!(body(&[0]), None);
        assert_eq!(body(&[0, 2, 9]), None);
        assert_eq!(body(&[0, 2, 9, 8, 7]), Some([9, 8].as_slice()));
    }
}
