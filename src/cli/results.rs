//! The wizard's last step as text: what is proved and what to do fit on one screen, the whole report is one letter
//! away, and the advice can be ticked.

use super::guided::{Ended, Sitting, Stay};
use super::session::now;
use super::{data, read_line, talk, tell_problem, words};
use crate::domain::lapsed::Lapsed;
use crate::domain::message::Problem;
use crate::domain::office::Advice;
use crate::domain::report::Report;
use crate::domain::safety::{SafetyId, is_extension};
use crate::engine::Place;
use crate::store::export;
use crate::text::explain::explain_report;
use crate::wizard::{Action, Ticked};

impl Sitting<'_> {
    pub(super) fn results(&mut self, report: &Report) -> Result<Stay, Ended> {
        let mut shown = report.clone();
        explain_report(self.text, &mut shown);
        shown.lapsed = Lapsed::of(&shown, self.wizard.happened(), now());
        talk("");
        data(&export::summary_text(&shown, self.text));
        let in_practice = self.wizard.practice().is_some();
        let mut choices = vec![
            ("r", self.w("terminal-recheck")),
            ("f", self.w("terminal-whole-report")),
            ("k", self.w("terminal-knock-again")),
            ("p", self.w("terminal-plan-again")),
            ("n", self.w("terminal-new-check")),
            ("c", self.w("terminal-rehearse")),
            ("i", self.w("window-look-inside")),
            ("w", self.w("terminal-help-colleague")),
            ("t", self.w("terminal-tick")),
            ("h", self.w("terminal-heard")),
            ("o", self.w("terminal-ask-provider")),
            ("s", self.w("terminal-safety")),
        ];
        if self.wizard.can(&Action::Repair) {
            choices.push(("x", self.w("terminal-repair")));
        }
        if !self.wizard.undoable().is_empty() {
            choices.push(("u", self.w("terminal-undo-all")));
        }
        if in_practice {
            choices.push(("l", self.w("window-practice-leave")));
        }
        choices.push(("q", self.w("terminal-quit")));
        let mut chosen = self.choose(&choices)?;
        // The whole report is long, so the choices stand below it again.
        while choices.get(chosen).is_some_and(|c| c.0 == "f") {
            data(&export::report_text(&shown, self.text));
            chosen = self.choose(&choices)?;
        }
        match choices.get(chosen).map_or("q", |c| c.0) {
            "r" => self.act(Action::Recheck),
            "k" => self.act(Action::KnockAgain),
            "p" => self.act(Action::PlanAgain),
            "n" => self.act(Action::CheckMine),
            "c" => self.act(Action::Rehearse),
            "i" => self.act(Action::LookInside),
            "w" => self.act(Action::HelpColleague),
            "t" => self.tick()?,
            "h" => self.act(Action::HeardBothWays),
            "x" => self.repair()?,
            "o" => self.try_provider()?,
            "s" => self.test_safety()?,
            "u" => {
                let ids = self.wizard.undoable();
                self.act(Action::Undo(ids));
            }
            "l" => {
                self.moving = Some(Place::Real);
                return Ok(Stay::No);
            }
            _ => return Ok(Stay::No),
        }
        Ok(Stay::Yes)
    }

    /// Asks first whether anybody is on the phone; an empty line leaves everything as it is.
    fn repair(&mut self) -> Result<(), Ended> {
        talk(&self.w("terminal-ask-repair"));
        match self
            .choose(&[("b", self.w("terminal-back")), (&self.w("terminal-yes"), self.w("terminal-repair-yes"))])?
        {
            0 => {}
            _ => self.act(Action::Repair),
        }
        Ok(())
    }

    /// The phone company's server; an empty line goes back.
    fn try_provider(&mut self) -> Result<(), Ended> {
        if let Some(name) = self.typed_server()? {
            self.act(Action::TryProvider(name));
        }
        Ok(())
    }

    /// One of the safety tests: what it does is said first, and only a yes makes it.
    fn test_safety(&mut self) -> Result<(), Ended> {
        let numbers: Vec<String> = (1..=SafetyId::ALL.len()).map(|n| n.to_string()).collect();
        let names = SafetyId::ALL.map(|id| self.w(&format!("safety-{}", id.id())));
        let lines = numbers.iter().zip(names).map(|(n, name)| (n.as_str(), name));
        let choices: Vec<(&str, String)> = std::iter::once(("b", self.w("terminal-back"))).chain(lines).collect();
        let chosen = self.choose(&choices)?;
        let Some(test) = chosen.checked_sub(1).and_then(|at| SafetyId::ALL.get(at).copied()) else { return Ok(()) };
        let extension = match test {
            SafetyId::GuestCalls => None,
            SafetyId::NameLeak => {
                let typed = read_line(&self.w("terminal-type-extension")).ok_or(Ended)?;
                if !is_extension(&typed) {
                    if !typed.is_empty() {
                        tell_problem(&Problem::new("not-an-extension").with("word", typed), self.text);
                    }
                    return Ok(());
                }
                Some(typed)
            }
        };
        let outside = self.ask_where_from()?;
        let key = format!("safety-{}", test.id());
        talk(&words(self.text, &format!("{key}.lead"), [("extension", extension.clone().unwrap_or_default())]));
        talk(&self.w("safety-may-be-counted"));
        if self.choose(&[("b", self.w("terminal-back")), (&self.w("terminal-yes"), self.w(&format!("{key}.ask")))])?
            == 1
        {
            self.act(Action::TestSafety { test, extension, outside });
            if let Some(made) = self.wizard.case().safety.iter().filter(|t| t.id == test).max_by_key(|t| t.at) {
                talk(&self.w(&format!("{key}-{}", made.outcome_id())));
            }
        }
        Ok(())
    }

    /// Inside, or the street that another adapter leads to, where there is one.
    fn ask_where_from(&self) -> Result<Option<String>, Ended> {
        let mut asides = self.wizard.case().office.asides();
        asides.retain(|a| a.address.is_some());
        if asides.is_empty() {
            return Ok(None);
        }
        talk(&self.w("window-safety.street"));
        let numbers: Vec<String> = (1..=asides.len()).map(|n| n.to_string()).collect();
        let lines = numbers.iter().zip(&asides).map(|(n, a)| (n.as_str(), self.aside_line(a)));
        let inside = ("i", self.w("window-safety-from-inside"));
        let chosen = self.choose(&std::iter::once(inside).chain(lines).collect::<Vec<_>>())?;
        Ok(chosen.checked_sub(1).and_then(|at| asides.get(at)).map(|a| a.name.to_owned()))
    }

    /// The FAQ's advice as a list to tick; ticking again takes the tick away.
    fn tick(&mut self) -> Result<(), Ended> {
        let advice = self.wizard.case().advice.clone();
        let numbers: Vec<String> = (1..=advice.len()).map(|n| n.to_string()).collect();
        let line = |a: &Advice| {
            let box_ = if a.done { "[x]" } else { "[ ]" };
            let day = a.date.map(|d| format!(" ({d})")).unwrap_or_default();
            format!("{box_} {}{day}", self.w(&format!("advice-{}", a.id.id())))
        };
        let back = ("b", self.w("terminal-back"));
        let lines = numbers.iter().zip(&advice).map(|(n, a)| (n.as_str(), line(a)));
        let choices: Vec<(&str, String)> = std::iter::once(back).chain(lines).collect();
        let chosen = self.choose(&choices)?;
        if let Some(a) = chosen.checked_sub(1).and_then(|index| advice.get(index)) {
            let ticked = if a.done { Ticked::No } else { Ticked::Yes };
            self.act(Action::Tick(a.id, ticked));
        }
        Ok(())
    }
}
