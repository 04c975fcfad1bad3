//! What is made only because the owner asked for it: a server that says the street address, the phone company's server,
//! the safety tests, the office's other phone system. And the ways out, where there are any to try.

use jiff::Timestamp;

use super::{Order, Step, Task, Wizard};
use crate::domain::message::Command;
use crate::domain::outbound::ServerName;
use crate::domain::safety::{SafetyId, is_extension};

impl Wizard {
    pub(super) fn can_ask_stun(&self, server: &str) -> bool {
        let is_unknown = self.street_address().is_none();
        matches!(self.step, Step::Knock(_)) && is_unknown && server.parse::<ServerName>().is_ok()
    }

    pub(super) fn can_try_provider(&self, name: &str) -> bool {
        matches!(self.step, Step::Results { .. }) && name.parse::<ServerName>().is_ok()
    }

    pub(super) fn can_test_safety(&self, test: SafetyId, extension: Option<&str>) -> bool {
        let is_named = match test {
            SafetyId::GuestCalls => true,
            SafetyId::NameLeak => extension.is_some_and(is_extension),
        };
        matches!(self.step, Step::Results { .. }) && self.case.office.phone_system.is_some() && is_named
    }

    pub(super) fn ask_stun(&mut self, server: String) -> Vec<Order> {
        let interface = self.only.1.clone();
        self.start_task(Task::Stun, Command::AskStun { server, interface })
    }

    pub(super) fn try_provider(&mut self, name: &str) -> Vec<Order> {
        self.case.answers.provider = Some(name.trim().to_owned());
        self.try_ways_out()
    }

    pub(super) fn test_safety(
        &mut self,
        test: SafetyId,
        extension: Option<String>,
        outside: Option<String>,
    ) -> Vec<Order> {
        self.start_task(Task::Safety, Command::TestSafety { tests: vec![test], extension, outside })
    }

    /// True when there is something to try: the phone system needs a way out, or the owner named a phone company.
    pub(super) fn has_ways_out(&self) -> bool {
        self.case.answers.provider.is_some() || self.case.profile().is_some_and(|p| p.outbound().next().is_some())
    }

    pub(super) fn try_ways_out(&mut self) -> Vec<Order> {
        let (profile, provider) = (self.case.answers.system.clone(), self.case.answers.provider.clone());
        let interface = self.only.1.clone();
        self.start_task(Task::WaysOut, Command::TryWaysOut { profile, provider, interface })
    }

    /// The address to knock at.
    pub(super) fn street_address(&self) -> Option<std::net::IpAddr> {
        self.case.office.public_address
    }

    pub(super) fn can_check_other(&self, address: std::net::IpAddr) -> bool {
        let known = self.case.candidates.iter().any(|c| c.likely && c.address == address);
        known && matches!(self.step, Step::Results { .. })
    }

    /// The office's other phone system, in the same way. What was proved of the first one is no past of this one.
    pub(super) fn check_other(&mut self, address: std::net::IpAddr, now: Timestamp) -> Vec<Order> {
        self.choose_candidate(address);
        let orders = self.recheck(now);
        self.case.before = None;
        self.case.forget_the_other_machine();
        orders
    }
}
