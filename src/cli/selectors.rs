//! From what was typed to answers: over those of the last time, each word checked before anything is asked.

use std::net::IpAddr;

use super::args::{Selectors, YesNo};
use crate::domain::address::{Network, can_be_street};
use crate::domain::catalog;
use crate::domain::message::Problem;
use crate::domain::office::{Answers, Symptom};
use crate::domain::outbound::{ServerName, host_in};
use crate::domain::service::ProfileId;

impl Selectors {
    /// The answers of last time with what was typed put over them. Names the word that does not fit.
    pub fn answers(&self, last: Answers) -> Result<Answers, Problem> {
        let mut answers = last;
        if let Some(word) = &self.system {
            let id = ProfileId(word.clone());
            if catalog::profile(&id).is_none() {
                return Err(Problem::new("unknown-system").with("word", word).with("known", catalog::known_ids()));
            }
            if answers.system.as_ref() != Some(&id) {
                // Uses and voice of another system do not carry over.
                answers.using.clear();
            }
            answers.system = Some(id);
        }
        if let Some(word) = &self.pbx {
            let ip: IpAddr = word.parse().map_err(|_| Problem::new("phone-not-an-address").with("word", word))?;
            answers.pbx = Some(ip);
        }
        let using = self.using.iter().flat_map(|words| words.split_whitespace()).map(ToOwned::to_owned);
        let using: Vec<String> = using.collect();
        if !using.is_empty() {
            answers.using = using;
        }
        answers.calls = self.calls.or(answers.calls);
        if !self.trusted.is_empty() {
            let read = |t: &String| t.parse::<Network>().map_err(|_| Problem::new("not-a-network").with("word", t));
            answers.trusted = self.trusted.iter().map(read).collect::<Result<_, _>>()?;
        }
        if let Some(wanted) = self.ipv6 {
            answers.over_ipv6 = wanted == YesNo::Yes;
        }
        if let Some(word) = &self.symptom {
            let known = || Symptom::ALL.map(Symptom::id).join(", ");
            answers.symptom = Symptom::ALL
                .into_iter()
                .find(|s| s.id() == word)
                .ok_or_else(|| Problem::new("unknown-symptom").with("word", word).with("known", known()))?;
        }
        if let Some(name) = &self.phones_use {
            answers.phones_use = Some(host_in(name).ok_or_else(|| Problem::new("not-a-server").with("word", name))?);
        }
        if let Some(name) = &self.provider {
            answers.provider = Some(a_server(name)?);
        }
        if let Some(name) = &self.stun {
            a_server(name)?;
        }
        self.put_public_address(&mut answers)?;
        refuse_misfits(&answers)?;
        Ok(answers)
    }

    /// An address is taken as it is; a name is looked up. Whichever was typed last counts.
    fn put_public_address(&self, answers: &mut Answers) -> Result<(), Problem> {
        let Some(word) = &self.public_address else { return Ok(()) };
        let name = host_in(word).ok_or_else(|| Problem::new("not-a-server").with("word", word))?;
        (answers.public_address, answers.street_name) = match name.parse::<IpAddr>() {
            Ok(ip) if can_be_street(ip) => (Some(ip), None),
            Ok(_) => return Err(Problem::new("not-a-street-address").with("word", word)),
            Err(_) => (None, Some(name)),
        };
        Ok(())
    }
}

/// A server as typed, if it is one.
fn a_server(word: &str) -> Result<String, Problem> {
    let read = word.parse::<ServerName>().map_err(|_| Problem::new("not-a-server").with("word", word));
    read.map(|_| word.trim().to_owned())
}

fn refuse_misfits(answers: &Answers) -> Result<(), Problem> {
    if let Some(pbx) = answers.pbx
        && (pbx.is_unspecified() || pbx.is_multicast())
    {
        return Err(Problem::new("phone-not-an-address").with("word", pbx));
    }
    match answers.system.as_ref().and_then(catalog::profile) {
        Some(profile) => profile.select(&answers.using).map(|_| ()).map_err(Problem::from),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(public_address: &str, last: &Answers) -> Answers {
        let typed = Selectors { public_address: Some(public_address.to_owned()), ..Selectors::default() };
        typed.answers(last.clone()).unwrap()
    }

    #[test]
    fn a_name_typed_as_the_street_address_is_not_the_name_that_the_phones_use() {
        let phones_use = Some("old.example.com".to_owned());
        let known = Answers {
            phones_use: phones_use.clone(),
            public_address: "203.0.113.7".parse().ok(),
            ..Answers::default()
        };
        let named = with("office.example.com", &known);
        assert_eq!((&named.street_name, named.public_address), (&Some("office.example.com".to_owned()), None));
        assert_eq!(named.phones_use, phones_use);
        assert_eq!(with("office.example.com", &Answers::default()).phones_use, None);
        // Remembered until something else is typed.
        assert_eq!(Selectors::default().answers(named.clone()).unwrap(), named);
        let address = with("203.0.113.8", &named);
        assert_eq!((&address.street_name, address.public_address), (&None, "203.0.113.8".parse().ok()));
    }
}
