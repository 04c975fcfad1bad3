//! What stands beyond the practice router: a name server, a clock, a server that tells callers their address, and the
//! phone company of the story. They answer the smallest question of their protocol.

use std::io;
use std::net::Ipv4Addr;

use hickory_proto::op::{Message, MessageType, ResponseCode};
use hickory_proto::rr::rdata::{A, NS, SRV};
use hickory_proto::rr::{Name, RData, Record, RecordType};
use serde::Deserialize;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::task::JoinSet;

use crate::domain::doorman::USUAL_PORT;
use crate::domain::service::Transport;
use crate::practice::doorman::past_the_doorman;
use crate::practice::scenario::Scenario;
use crate::practice::sip::{self, Source, StrangerStory, Voice};
use crate::practice::street::{Crossings, Ground, OwnFirewall, PC, ROUTER, STREET, answer_datagrams, serve};

const NAME_SERVER: Ipv4Addr = Ipv4Addr::new(198, 51, 100, 53);
const CLOCK: Ipv4Addr = Ipv4Addr::new(198, 51, 100, 123);
/// Who tells callers their address (STUN).
const MIRROR: Ipv4Addr = Ipv4Addr::new(198, 51, 100, 34);
const PHONE_COMPANY: Ipv4Addr = Ipv4Addr::new(198, 51, 100, 5);

/// What stands beyond the router. Everything not said answers.
#[derive(Clone, Debug, PartialEq, Eq, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct BeyondStory {
    /// Server name of the phone company; none: there is none.
    pub phone_company: Option<String>,
    /// Its server says nothing.
    pub phone_company_silent: bool,
    /// Something keeps the way to clocks shut.
    pub clock_silent: bool,
}

/// Puts everybody there.
pub(super) async fn open(
    ground: &mut Ground,
    scenario: &Scenario,
    crossings: &Crossings,
    people: &mut JoinSet<()>,
) -> io::Result<()> {
    let story = &scenario.beyond;
    // Many routers answer for names themselves. Where the story is about this computer's firewall, that shows it.
    let server = if scenario.network.own_firewall == OwnFirewall::Open { NAME_SERVER } else { ROUTER };
    let names = ground.udp(server, 53).await?;
    let company = story.phone_company.clone();
    people.spawn(answer_datagrams(names, {
        let company = company.clone();
        move |question, _| name_answer(question, company.as_deref()).into_iter().collect()
    }));
    let long_names = ground.tcp(server, 53)?.listen(16)?;
    people.spawn(serve(long_names, move |mut stream, _| {
        let company = company.clone();
        async move {
            let length = stream.read_u16().await?;
            let mut question = vec![0; usize::from(length)];
            stream.read_exact(&mut question).await?;
            let answer = name_answer(&question, company.as_deref()).unwrap_or_default();
            stream.write_u16(u16::try_from(answer.len()).unwrap_or(0)).await?;
            stream.write_all(&answer).await
        }
    }));
    let clock = ground.udp(CLOCK, 123).await?;
    let is_silent = story.clock_silent;
    people.spawn(answer_datagrams(clock, move |question, _| {
        if is_silent { Vec::new() } else { the_time(question).into_iter().collect() }
    }));
    let mirror = ground.udp(MIRROR, 3478).await?;
    people.spawn(answer_datagrams(mirror, |question, _| your_address(question, STREET).into_iter().collect()));
    if story.phone_company.is_some() {
        let desk = ground.udp(PHONE_COMPANY, 5060).await?;
        let (is_silent, crossings) = (story.phone_company_silent, crossings.clone());
        let is_read = scenario.doorman.is_some_and(|d| d.reads(Transport::Udp, USUAL_PORT));
        let voice = Voice {
            name: "Server: kamailio (5.6.3 (x86_64/linux))".to_owned(),
            allow: "OPTIONS, INVITE, ACK, BYE, CANCEL, REGISTER",
            supported: "path",
            options_status: 200,
            names_asker: true,
            strangers: StrangerStory::default(),
        };
        people.spawn(answer_datagrams(desk, move |message, peer| {
            // From inside it is the router that is seen out there.
            let ip = Some(crossings.source(Transport::Udp, peer)).filter(|ip| *ip != PC).unwrap_or(STREET);
            let source = Source { ip, port: peer.port() };
            let answer = if is_read {
                past_the_doorman(message, |letter| Some(sip::answer(&voice, letter, source)?.into_bytes()))
            } else {
                sip::answer(&voice, message, source).map(String::into_bytes)
            };
            answer.filter(|_| !is_silent).into_iter().collect()
        }));
    }
    Ok(())
}

/// The root has servers; the phone company has one, by SRV. Nothing else has a name here.
fn name_answer(question: &[u8], company: Option<&str>) -> Option<Vec<u8>> {
    let asked = Message::from_vec(question).ok().filter(|m| m.metadata.message_type == MessageType::Query)?;
    let query = asked.queries.first()?.clone();
    let absolute = |text: &str| Name::from_ascii(format!("{text}.")).ok();
    let desk = company.and_then(|c| absolute(&format!("desk.{c}")));
    let service = company.and_then(|c| absolute(&format!("_sip._udp.{c}")));
    let is = |kind: RecordType, name: Option<&Name>| query.query_type == kind && Some(&query.name) == name;
    let found = if is(RecordType::NS, Some(&Name::root())) {
        absolute("a.root-servers.example").map(|server| RData::NS(NS(server)))
    } else if is(RecordType::SRV, service.as_ref()) {
        desk.map(|desk| RData::SRV(SRV::new(10, 60, 5060, desk)))
    } else if is(RecordType::A, desk.as_ref()) {
        Some(RData::A(A(PHONE_COMPANY)))
    } else {
        None
    };
    let mut reply = Message::response(asked.metadata.id, asked.metadata.op_code);
    reply.metadata.recursion_desired = true;
    reply.metadata.recursion_available = true;
    match found {
        Some(data) => {
            reply.add_answer(Record::from_rdata(query.name.clone(), 300, data));
        }
        None => reply.metadata.response_code = ResponseCode::NXDomain,
    }
    reply.add_query(query);
    reply.to_vec().ok()
}

/// A server of stratum 2; what the caller sent as its time comes back as the origin (RFC 5905 section 7.3).
fn the_time(question: &[u8]) -> Option<Vec<u8>> {
    let mark = question.get(40..48).filter(|_| question.first().is_some_and(|b| b & 0x07 == 3))?;
    let mut answer = vec![0x24, 2];
    answer.resize(24, 0);
    answer.extend_from_slice(mark);
    answer.resize(48, 0);
    Some(answer)
}

/// A binding answer with XOR-MAPPED-ADDRESS (RFC 8489 section 14.2).
fn your_address(question: &[u8], seen: Ipv4Addr) -> Option<Vec<u8>> {
    let [0x00, 0x01, _, _, cookie @ .., _, _, _, _, _, _, _, _, _, _, _, _] = question.get(..20)? else { return None };
    let mut answer = vec![0x01, 0x01, 0x00, 0x0c];
    answer.extend_from_slice(question.get(4..20)?);
    answer.extend_from_slice(&[0x00, 0x20, 0x00, 0x08, 0x00, 0x01]);
    // The port is of no interest to anybody here.
    answer.extend_from_slice(cookie.get(..2)?);
    answer.extend(seen.octets().iter().zip(cookie).map(|(octet, mask)| octet ^ mask));
    Some(answer)
}
