//! The order of findings: worst first, then what fits the owner's own words, then by code. Hides none.

use crate::domain::judge::facts::Facts;
use crate::domain::office::Symptom;
use crate::domain::report::Finding;
use crate::domain::service::{ProbeKind, Service};

/// Sorts findings for reading.
pub(super) fn sort(findings: &mut [Finding], symptom: Symptom, facts: &Facts<'_>) {
    findings.sort_by(|a, b| {
        let key = |f: &Finding| (f.severity, !fits(f, symptom, facts));
        key(a).cmp(&key(b)).then_with(|| a.code.cmp(&b.code)).then_with(|| a.services.cmp(&b.services))
    });
}

fn fits(finding: &Finding, symptom: Symptom, facts: &Facts<'_>) -> bool {
    let rows = finding.services.iter().filter_map(|id| facts.row(id)).map(|r| r.service);
    let about = |fits: &dyn Fn(&Service) -> bool| rows.clone().any(fits);
    match symptom {
        Symptom::DoNotRing | Symptom::CannotSignIn => {
            about(&|s| s.id.0.starts_with("sip") || s.probe == ProbeKind::Sip)
                || finding.code == "phones-use-other-address"
                || ["public-address-changed", "incoming-call-lost", "phone-side-forgets"]
                    .contains(&finding.code.as_str())
        }
        Symptom::NoSound => about(&Service::is_voice) || finding.code.starts_with("audio-"),
        Symptom::Hud => about(&|s| s.probe == ProbeKind::Xmpp || s.used_for.iter().any(|u| u == "apps" || u == "hud")),
        Symptom::OtherOffice => about(&|s| s.used_for.iter().any(|u| u == "site-link")),
        Symptom::JustCheck => false,
    }
}
