//! The part of the plan that is over IPv6: a line of its own, done only where the owner asked for it. Every device has an
//! address of its own there, so an entrance is an opening in the router's firewall, and only the phone system itself can
//! ask for it.

use std::net::{IpAddr, Ipv6Addr};

use crate::domain::change::Change;
use crate::domain::judge::facts::Facts;
use crate::domain::judge::service::Row;
use crate::domain::pinhole;
use crate::domain::plan::{self, ByHand, Intent, PlanLine};
use crate::domain::there;

/// The longest time that an opening may be asked for (`WANIPv6FirewallControl:1` section 2.4.1: 1 to 86400 seconds).
/// PCP servers give no more, and `watch` asks for more time.
const ONE_DAY: u32 = 86_400;

/// What is to happen over IPv6.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PinholePlan {
    /// The phone system's own address there, where this computer is it.
    pub address: Option<Ipv6Addr>,
    /// The owner asked for it. Otherwise it is only said that it can be had.
    pub wanted: bool,
    /// One line for each selected row.
    pub lines: Vec<PlanLine>,
    /// The command to run on the phone system, where the router would open for it.
    pub there: Option<String>,
}

/// None where the office has no IPv6, where nothing keeps visitors out, and where neither router nor owner asks for it.
pub(super) fn pinholes(facts: &Facts<'_>) -> Option<PinholePlan> {
    let case = facts.case;
    let wanted = case.answers.over_ipv6;
    let offered = pinhole::is_offered(case);
    let firewall = case.office.gateway().and_then(|g| g.ipv6_firewall);
    let nothing_to_open = firewall.is_some_and(|f| !f.enabled);
    pinhole::adapter(case).filter(|_| (wanted || offered) && !nothing_to_open)?;
    let lines = facts.selected().map(|row| PlanLine {
        service: row.service.id.clone(),
        intent: intent(facts, row, offered),
        ports: row.ports,
    });
    let lines: Vec<PlanLine> = lines.collect();
    let elsewhere = lines.iter().any(|l| l.intent == Intent::ByHand(ByHand::OnlyForTheAsker));
    let there = elsewhere.then(|| there::over_ipv6(case)).flatten();
    Some(PinholePlan { address: pinhole::phone_system_address(case), wanted, lines, there })
}

fn intent(facts: &Facts<'_>, row: &Row<'_>, offered: bool) -> Intent {
    let case = facts.case;
    let stands = |port| case.office.pinholes.iter().any(|p| p.is_for(row.service.protocol, (port, port).into()));
    let why = match () {
        () if case.phone_system_address().is_none() => ByHand::NoPhoneSystem,
        () if !offered => ByHand::NoRequests,
        () if !case.is_on_phone_system() => ByHand::OnlyForTheAsker,
        () if row.voice.as_ref().is_some_and(|v| v.calls.is_none()) => ByHand::CallsUnknown,
        () if !row.voice.as_ref().map_or(row.ports.count() <= plan::ONE_BY_ONE, |v| v.one_by_one) => {
            ByHand::TooManyPorts
        }
        () if row.ports.first < 1024 || plan::is_sensitive(row.ports) => ByHand::SensitivePort,
        () if (row.ports.first..=row.ports.last).all(stands) => return Intent::AlreadyThere,
        () => return Intent::Open,
    };
    Intent::ByHand(why)
}

/// What the router is to be asked over IPv6.
pub(super) fn changes(facts: &Facts<'_>, plan: &PinholePlan) -> Vec<Change> {
    let Some(address) = plan.address.filter(|_| plan.wanted) else { return Vec::new() };
    let mut changes: Vec<Change> = Vec::new();
    for line in plan.lines.iter().filter(|l| l.intent == Intent::Open) {
        let Some(row) = facts.row(&line.service) else { continue };
        let protocol = row.service.protocol;
        let stands = |port: u16| facts.case.office.pinholes.iter().any(|p| p.is_for(protocol, (port, port).into()));
        for port in (line.ports.first..=line.ports.last).filter(|port| !stands(*port)) {
            if changes.iter().any(|c| (c.protocol, c.external_port) == (protocol, port)) {
                continue;
            }
            changes.push(Change {
                service: line.service.clone(),
                external_port: port,
                protocol,
                internal_client: IpAddr::V6(address),
                lease_seconds: ONE_DAY,
                description: plan::name(&line.service),
            });
        }
    }
    changes
}

#[cfg(test)]
#[path = "plan_ipv6_tests.rs"]
mod tests;
