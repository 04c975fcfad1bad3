//! The first page of the wizard as text: the three ways in, and what a vendor adds to them.

use super::guided::{Ended, Sitting};
use crate::engine::Place;
use crate::practice::Group;
use crate::wizard::Action;

impl Sitting<'_> {
    pub(super) fn welcome(&mut self) -> Result<(), Ended> {
        let mut choices = vec![
            ("1", self.w("terminal-check-mine")),
            ("2", self.w("terminal-help-colleague")),
            ("3", self.w("terminal-practise")),
        ];
        let newer = self.lookout.choice(self.text);
        choices.extend(newer.iter().map(|(_, words)| ("v", words.clone())));
        choices.push(("q", self.w("terminal-quit")));
        let chosen = self.choose(&choices)?;
        let action = match (choices.get(chosen).map_or("q", |c| c.0), newer) {
            ("1", _) => Action::CheckMine,
            ("2", _) => Action::HelpColleague,
            ("3", _) => return self.practise(),
            ("v", Some((answer, _))) => {
                self.lookout.answer(answer, self.text);
                return Ok(());
            }
            _ => return Err(Ended),
        };
        self.act(action);
        Ok(())
    }

    /// Into a practice office: this sitting ends, and another begins there.
    fn practise(&mut self) -> Result<(), Ended> {
        let Some(group) = self.one_of(&Group::ALL, |group| group.title_key())? else { return Ok(()) };
        let offices: Vec<_> = group.scenarios().collect();
        let Some(office) = self.one_of(&offices, |office| &office.title_key)? else { return Ok(()) };
        self.moving = Some(Place::Practice(office.id.clone()));
        Err(Ended)
    }

    /// One of several by its number; none: back.
    fn one_of<'o, T>(&self, several: &'o [T], key: impl Fn(&'o T) -> &'o str) -> Result<Option<&'o T>, Ended> {
        let numbers: Vec<String> = (1..=several.len()).map(|n| n.to_string()).collect();
        let lines = numbers.iter().zip(several).map(|(n, one)| (n.as_str(), self.w(key(one))));
        let choices: Vec<(&str, String)> = lines.chain([("b", self.w("terminal-back"))]).collect();
        Ok(several.get(self.choose(&choices)?))
    }
}
