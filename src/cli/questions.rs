//! The wizard's questions as text, each with its default and why it is asked; and the steps that need the most asking:
//! going outside, the offer, the rules by hand, the advice to tick.

use std::collections::BTreeMap;
use std::net::IpAddr;

use super::guided::{Ended, Sitting};
use super::{data, guide, is_yes_word, read_line, talk, tell, tell_problem, words};
use crate::domain::address::{Network, can_be_street};
use crate::domain::catalog;
use crate::domain::change::{JournalId, alike};
use crate::domain::invitation::link;
use crate::domain::message::Problem;
use crate::domain::office::{AddressFrom, Answers, Aside, Symptom};
use crate::domain::outbound::{ServerName, host_in};
use crate::domain::service::{ProfileId, ServiceId};
use crate::wizard::{ANY_SYSTEM, Action, Knock, Step};

/// For whoever does not know who is outside.
const PHONES_OUTSIDE: &str = "remote-phones";

/// What was typed, at commas and blanks.
fn parts(typed: &str) -> impl Iterator<Item = &str> {
    typed.split([',', ' ']).filter(|t| !t.is_empty())
}

/// A line of a numbered list by its number, or what was typed.
fn by_number<'a>(typed: &'a str, lines: &[&'a str]) -> &'a str {
    let number = typed.parse::<usize>().ok().and_then(|n| n.checked_sub(1));
    number.and_then(|at| lines.get(at)).copied().unwrap_or(typed)
}

impl Sitting<'_> {
    /// True where one of the letters was typed. The word for yes may be typed in English and without its accent too.
    pub(super) fn is_typed(&self, typed: &str, letter: &str) -> bool {
        typed.eq_ignore_ascii_case(letter) || (letter == self.w("terminal-yes") && is_yes_word(typed, self.text))
    }

    pub(super) fn questions(&mut self) -> Result<(), Ended> {
        let mut answers = self.wizard.case().answers.clone();
        tell(0, &self.w("terminal-how-to-answer"));
        talk("");
        if !self.ask_symptom(&mut answers)? {
            self.act(Action::Back);
            return Ok(());
        }
        self.ask_system(&mut answers)?;
        self.ask_using(&mut answers)?;
        self.ask("ask-phones-use", answers.phones_use.clone(), &mut |typed| {
            let read = |t: &str| host_in(t).ok_or_else(|| Problem::new("not-a-server").with("word", t));
            answers.phones_use = typed.map(read).transpose()?;
            Ok(())
        })?;
        self.ask("ask-calls", answers.calls.map(|c| c.to_string()), &mut |typed| {
            let read = |t: &str| t.parse().ok().filter(|n| *n > 0);
            let read = |t: &str| read(t).ok_or_else(|| Problem::new("not-a-number").with("word", t));
            answers.calls = typed.map(read).transpose()?;
            Ok(())
        })?;
        let trusted = answers.trusted.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
        self.ask("ask-trusted", Some(trusted).filter(|t| !t.is_empty()), &mut |typed| {
            let read = |t: &str| t.parse::<Network>().map_err(|_| Problem::new("not-a-network").with("word", t));
            answers.trusted = parts(typed.unwrap_or_default()).map(read).collect::<Result<_, _>>()?;
            Ok(())
        })?;
        self.act(Action::Answer(Box::new(answers)));
        self.act(Action::Next);
        Ok(())
    }

    /// One question: an empty line keeps the default, `?` tells how to find out, `-` is "I don't know" (none is given
    /// to `take`), and a wrong answer is asked for again.
    pub(super) fn ask(
        &self,
        key: &str,
        default: Option<String>,
        take: &mut dyn FnMut(Option<&str>) -> Result<(), Problem>,
    ) -> Result<(), Ended> {
        talk("");
        talk(&self.w(key));
        tell(2, &self.w(&format!("{key}.why")));
        tell(2, &self.w(&format!("{key}.default")));
        let shown = default.unwrap_or_else(|| self.w("terminal-dont-know"));
        loop {
            let typed = read_line(&format!("[{shown}]>")).ok_or(Ended)?;
            let typed = match typed.as_str() {
                "" => return Ok(()),
                "?" => {
                    tell(2, &self.w(&format!("{key}.help")));
                    continue;
                }
                "-" => None,
                other => Some(other),
            };
            match take(typed) {
                Ok(()) => return Ok(()),
                Err(problem) => tell_problem(&problem, self.text),
            }
        }
    }

    /// False: back to where it began.
    fn ask_symptom(&self, answers: &mut Answers) -> Result<bool, Ended> {
        talk(&self.w("ask-symptom"));
        tell(2, &self.w("ask-symptom.why"));
        tell(2, &self.w("ask-symptom.default"));
        let mut order: Vec<Symptom> = Symptom::ALL.to_vec();
        order.sort_by_key(|s| *s != answers.symptom);
        let numbers: Vec<String> = (1..=order.len()).map(|n| n.to_string()).collect();
        let lines = numbers.iter().zip(&order).map(|(n, s)| (n.as_str(), self.w(&format!("symptom-{}", s.id()))));
        let help = ("?", self.w("window-how-to-find"));
        let choices: Vec<(&str, String)> = lines.chain([help, ("b", self.w("terminal-back"))]).collect();
        let mut chosen = self.choose(&choices)?;
        while chosen == order.len() {
            tell(2, &self.w("ask-symptom.help"));
            chosen = self.choose(&choices)?;
        }
        let Some(symptom) = order.get(chosen) else { return Ok(false) };
        answers.symptom = *symptom;
        Ok(true)
    }

    pub(super) fn ask_system(&self, answers: &mut Answers) -> Result<(), Ended> {
        let known = catalog::all_profiles();
        let ids: Vec<&str> = known.iter().map(|p| p.id.0.as_str()).collect();
        talk("");
        for (n, profile) in (1..).zip(&known) {
            talk(&format!("  {n:>2}  {:<18} {}", profile.id.0, profile.name));
        }
        let default = answers.system.as_ref().map(ToString::to_string);
        self.ask("ask-system", default, &mut |typed| {
            let id = ProfileId(typed.map_or(ANY_SYSTEM, |t| by_number(t, &ids)).to_owned());
            if catalog::profile(&id).is_none() {
                return Err(Problem::new("unknown-system").with("word", id).with("known", ids.join(", ")));
            }
            if answers.system.as_ref() != Some(&id) {
                answers.using.clear();
            }
            answers.system = Some(id);
            Ok(())
        })
    }

    pub(super) fn ask_using(&self, answers: &mut Answers) -> Result<(), Ended> {
        // Nobody knows yet which it is: the look round may tell, and these words fit most.
        let any = ProfileId(ANY_SYSTEM.to_owned());
        let Some(profile) = catalog::profile(answers.system.as_ref().unwrap_or(&any)) else { return Ok(()) };
        let words = profile.fitting_words();
        let shown: Vec<&str> =
            words.iter().map(String::as_str).filter(|w| self.text.has(&format!("use-{w}"))).collect();
        talk("");
        for (n, fitting) in (1..).zip(&shown) {
            talk(&format!("  {n:>2}  {fitting:<18} {}", self.w(&format!("use-{fitting}"))));
        }
        let default = if answers.using.is_empty() { PHONES_OUTSIDE.to_owned() } else { answers.using.join(",") };
        self.ask("ask-using", Some(default), &mut |typed| {
            let chosen = parts(typed.unwrap_or(PHONES_OUTSIDE));
            let using: Vec<String> = chosen.map(|t| by_number(t, &shown).to_owned()).collect();
            profile.select(&using)?;
            answers.using = using;
            Ok(())
        })
    }

    pub(super) fn knock(&mut self, knock: &Knock) -> Result<(), Ended> {
        self.drive();
        if let Knock::Invited { code, .. } = knock {
            talk(&words(self.text, "terminal-hand-over", [("link", link(code))]));
            data(code);
        }
        if self.wizard.practice().is_some() {
            talk(&self.w("terminal-practice-knock"));
        }
        let mut choices = vec![
            ("o", self.w("terminal-step-outside")),
            ("l", self.w("terminal-adapters-again")),
            ("c", self.w("terminal-ask-colleague")),
            ("h", self.w("terminal-ask-helper")),
            ("r", self.w("terminal-give-result")),
            ("s", self.w("terminal-skip")),
            ("b", self.w("terminal-back")),
        ];
        match self.wizard.case().office.public_address {
            Some(address) => {
                talk(&words(self.text, "window-knock-at", [("address", address.to_string())]));
                if self.wizard.case().office.public_address_from == Some(AddressFrom::Typed) {
                    talk(&self.w("window-street-typed"));
                    choices.push(("t", self.w("terminal-type-street")));
                }
            }
            None => {
                choices.push(("t", self.w("terminal-type-street")));
                choices.push(("a", self.w("terminal-ask-stun")));
            }
        }
        let chosen = self.choose(&choices)?;
        let letter = choices.get(chosen).map_or("b", |c| c.0);
        // Whoever would knock now must know where.
        let wants_to_knock = matches!(letter, "o" | "c");
        match letter {
            "o" => {
                let interface = self.ask_adapter()?;
                self.act(Action::StepOutside { interface });
            }
            "l" => self.act(Action::LookForAdapters),
            "c" => self.act(Action::AskColleague),
            "h" => {
                let link = self.ask_helper_link()?;
                self.act(Action::AskHelper(link));
            }
            "r" => {
                let code = read_line(&self.w("terminal-paste-result")).ok_or(Ended)?;
                if !code.is_empty() {
                    self.act(Action::GiveResult(code));
                }
            }
            "s" => self.act(Action::SkipKnock),
            "t" => self.type_street()?,
            // Typing the name of the server that is asked is the yes to asking it.
            "a" => {
                if let Some(server) = self.typed_server()? {
                    self.act(Action::AskStun(server));
                }
            }
            _ => self.act(Action::Back),
        }
        if wants_to_knock
            && matches!(self.wizard.step(), Step::Knock(Knock::Choose))
            && self.wizard.case().office.public_address.is_none()
        {
            tell_problem(&Problem::new("no-street-address"), self.text);
        }
        Ok(())
    }

    /// The office's street address; an empty line goes back.
    fn type_street(&mut self) -> Result<(), Ended> {
        let typed = read_line(&self.w("terminal-type-street-now")).ok_or(Ended)?;
        match typed.parse::<IpAddr>() {
            Ok(ip) if can_be_street(ip) => {
                let answers = Answers { public_address: Some(ip), ..self.wizard.case().answers.clone() };
                self.act(Action::Answer(Box::new(answers)));
            }
            Ok(_) | Err(_) if typed.is_empty() => {}
            Ok(_) | Err(_) => tell_problem(&Problem::new("not-a-street-address").with("word", typed), self.text),
        }
        Ok(())
    }

    /// Name of a server; an empty line goes back, and what names none is said.
    pub(super) fn typed_server(&self) -> Result<Option<String>, Ended> {
        let typed = read_line(&self.w("terminal-type-server")).ok_or(Ended)?;
        if typed.is_empty() {
            return Ok(None);
        }
        if typed.parse::<ServerName>().is_err() {
            tell_problem(&Problem::new("not-a-server").with("word", typed), self.text);
            return Ok(None);
        }
        Ok(Some(typed))
    }

    /// The link of a standing helper; an empty line takes the one that knocked before.
    fn ask_helper_link(&self) -> Result<String, Ended> {
        let offered = self.wizard.offered_helper();
        let known = self.wizard.helper().or(offered).unwrap_or_default();
        let key = match (known.is_empty(), offered) {
            (true, _) => "terminal-paste-helper",
            (false, None) => "terminal-paste-helper-or-last",
            (false, Some(_)) => "terminal-paste-helper-or-vendor",
        };
        let name = self.text.letterhead().map(|l| l.name.clone()).unwrap_or_default();
        let typed = read_line(&words(self.text, key, [("name", name)])).ok_or(Ended)?;
        Ok(if typed.trim().is_empty() { known.to_owned() } else { typed })
    }

    /// Which adapter leads to the other street; none where there is only one.
    pub(super) fn ask_adapter(&self) -> Result<Option<String>, Ended> {
        let asides = self.wizard.case().office.asides();
        if asides.is_empty() || self.wizard.practice().is_some() {
            return Ok(None);
        }
        let numbers: Vec<String> = (1..=asides.len()).map(|n| n.to_string()).collect();
        let lines = numbers.iter().zip(&asides).map(|(n, a)| (n.as_str(), self.aside_line(a)));
        let whole = ("w", self.w("terminal-whole-computer"));
        let chosen = self.choose(&lines.chain([whole]).collect::<Vec<_>>())?;
        Ok(asides.get(chosen).map(|a| a.name.to_owned()))
    }

    pub(super) fn aside_line(&self, aside: &Aside<'_>) -> String {
        let name = ("name", aside.name.to_owned());
        match aside.address {
            Some(address) => words(self.text, "window-adapter-line", [name, ("address", address.to_string())]),
            None => words(self.text, "window-adapter-over-ipv6", [name]),
        }
    }

    pub(super) fn offer(&mut self, plan: &crate::domain::plan::Plan) -> Result<(), Ended> {
        guide::print_plan(plan, self.wizard.case(), self.text);
        if plan.changes.is_empty() {
            talk(&self.w("terminal-nothing-to-open"));
            return match self.choose(&[("h", self.w("terminal-by-hand")), ("b", self.w("terminal-back"))])? {
                0 => {
                    self.act(Action::ShowByHand);
                    Ok(())
                }
                _ => {
                    self.act(Action::Back);
                    Ok(())
                }
            };
        }
        // Changing a router is never the default: an empty line shows the by-hand road.
        let yes = self.w("terminal-yes");
        let mut choices = vec![
            ("h", self.w("terminal-by-hand")),
            (yes.as_str(), self.w("terminal-open-now")),
            ("b", self.w("terminal-back")),
        ];
        if plan.over_ipv6.as_ref().is_some_and(|over_ipv6| !over_ipv6.wanted) {
            choices.push(("6", self.w("terminal-over-ipv6-too")));
        }
        match self.choose(&choices)? {
            0 => self.act(Action::ShowByHand),
            1 => self.act(Action::Approve),
            3 => {
                let answers = Answers { over_ipv6: true, ..self.wizard.case().answers.clone() };
                self.act(Action::Answer(Box::new(answers)));
            }
            _ => self.act(Action::Back),
        }
        Ok(())
    }

    /// What came of each change, and each entrance to be taken back, or all.
    pub(super) fn opening(&mut self) -> Result<(), Ended> {
        self.drive();
        for (change, ports) in alike(&self.wizard.case().changes) {
            let result = self.w(&format!("change-{}", change.result.id()));
            let label = guide::label(self.wizard.case(), self.text, &change.service);
            talk(&format!("  {label} ({} {ports}{}): {result}", change.protocol.name(), change.family.mark()));
        }
        self.tell_findings(|_| false);
        let mut of_each: BTreeMap<ServiceId, Vec<JournalId>> = BTreeMap::new();
        for entry in self.wizard.case().journal.iter().filter(|e| e.is_open()) {
            of_each.entry(entry.change.service.clone()).or_default().push(entry.id);
        }
        let mut choices = vec![("n".to_owned(), self.w("terminal-next"))];
        if !of_each.is_empty() {
            choices.push(("u".to_owned(), self.w("terminal-undo-all")));
        }
        for (number, service) in (1..).zip(of_each.keys()).filter(|_| of_each.len() > 1) {
            let name = guide::label(self.wizard.case(), self.text, service);
            choices.push((number.to_string(), words(self.text, "window-undo-one", [("name", name)])));
        }
        let shown: Vec<(&str, String)> = choices.iter().map(|(l, what)| (l.as_str(), what.clone())).collect();
        match self.choose(&shown)? {
            0 => self.act(Action::Next),
            1 => {
                let ids = self.wizard.undoable();
                self.act(Action::Undo(ids));
            }
            one => self.act(Action::Undo(of_each.into_values().nth(one - 2).unwrap_or_default())),
        }
        Ok(())
    }

    pub(super) fn by_hand(&mut self, plan: &crate::domain::plan::Plan) -> Result<(), Ended> {
        let case = self.wizard.case();
        let guide_file = case.office.gateway().and_then(catalog::guide_for).or_else(|| catalog::guide("generic"));
        for line in guide_file.iter().flat_map(|file| guide::guide_lines(file, case, self.text)) {
            tell(0, &line);
        }
        data(&guide::rules_table(&plan.rules, self.text));
        for line in guide_file.iter().flat_map(|file| guide::command_lines(file, case, &plan.rules, self.text)) {
            data(&line);
        }
        if let Some(command) = &plan.there {
            talk(&self.w("terminal-there"));
            data(command);
        }
        match self.choose(&[("n", self.w("terminal-knock-now")), ("b", self.w("terminal-back"))])? {
            0 => self.act(Action::Next),
            _ => self.act(Action::Back),
        }
        Ok(())
    }
}
