//! Opening: n of m with a name, each change's result, undo for each and for all.

use egui::Ui;

use crate::domain::change::{Change, ChangeOutcome, ChangeResult, ChangeSet, Hindrance, JournalId, alike};
use crate::domain::plan::Plan;
use crate::domain::service::{PortRange, ServiceId};
use crate::ui::lamp::Lamp;
use crate::ui::parts::{self, Tone};
use crate::ui::scene::Scene;
use crate::ui::theme::space;
use crate::ui::words::Words;
use crate::ui::{picture, tiles};
use crate::wizard::{Action, Search};

pub(super) fn body(ui: &mut Ui, scene: &mut Scene<'_>, plan: &Plan) {
    super::progress(ui, scene);
    if scene.wizard.is_busy() {
        parts::note(ui, Tone::Calm, &scene.get("window-opening-safe"));
        ui.add_space(space::S);
    }
    picture::doors_ui(ui, scene, scene.report);
    ui.add_space(space::S);
    parts::card(ui, |ui| {
        for entrance in entrances(&plan.changes) {
            entrance_ui(ui, scene, &entrance);
        }
    });
}

/// The changes, one group for each entrance, in their order.
pub(super) fn entrances(set: &ChangeSet) -> Vec<Vec<&Change>> {
    let mut groups: Vec<Vec<&Change>> = Vec::new();
    for change in &set.changes {
        match groups.iter_mut().find(|g| g.iter().any(|c| one_entrance(c, change))) {
            Some(group) => group.push(change),
            None => groups.push(vec![change]),
        }
    }
    groups
}

/// What is open over IPv6 is another entrance.
fn one_entrance(a: &Change, b: &Change) -> bool {
    a.service == b.service && a.internal_client.is_ipv4() == b.internal_client.is_ipv4()
}

pub(super) fn bar(ui: &mut Ui, scene: &mut Scene<'_>, search: Search) {
    if search != Search::Done || scene.wizard.is_busy() {
        super::cancel(ui, scene);
        return;
    }
    scene.primary(ui, &scene.get("window-make-it-last"), Action::Next);
    undo_all(ui, scene);
}

/// Takes everything back that this program made.
fn undo_all(ui: &mut Ui, scene: &mut Scene<'_>) {
    let ids = scene.wizard.undoable();
    if !ids.is_empty() {
        let label = scene.words.count("window-undo-all", ids.len());
        scene.button(ui, &label, Action::Undo(ids));
    }
}

/// Wherever something stands open that this program made: what it is, the way back, and what came of that.
pub(super) fn undo_card(ui: &mut Ui, scene: &mut Scene<'_>) {
    let (taken_back, is_open) = (scene.taken_back, !scene.wizard.undoable().is_empty());
    if !is_open && !taken_back.is_at_work() && taken_back.results().is_empty() {
        return;
    }
    parts::section(ui, &scene.get("window-undo"));
    parts::card(ui, |ui| {
        if taken_back.is_at_work() {
            super::progress(ui, scene);
            super::cancel(ui, scene);
        }
        for (result, ports) in alike(taken_back.results()) {
            taken_back_ui(ui, scene, result, ports);
        }
        if is_open {
            parts::soft(ui, &scene.get("window-undo.lead"));
            undo_all(ui, scene);
        }
    });
}

fn taken_back_ui(ui: &mut Ui, scene: &Scene<'_>, result: &ChangeResult, ports: PortRange) {
    let label = scene.words.label(scene.profile(), &result.service);
    let label =
        scene.words.with("window-ports", [("label", &label), ("protocol", &result.protocol.name()), ("ports", &ports)]);
    let (lamp, said) = outcome(scene, result);
    tiles::lamp_line(ui, lamp, &plate(scene, &result.service), &label, &said);
    parts::indented(ui, |ui| reasons(ui, scene, result));
    ui.add_space(space::XS);
}

/// Shorter times are said in minutes.
const TWO_HOURS: u32 = 7_200;

/// Longer times are said in days.
const TWO_DAYS: u32 = 172_800;

/// How long an entrance with this lease stays open, never longer than it does.
fn stays_open(words: &Words, lease: u32) -> String {
    let (key, count) = match lease {
        // It stays when nobody thinks of it any more, so it is said.
        0 => ("window-change-stays", 0),
        TWO_DAYS.. => ("window-change-days", lease / 86_400),
        TWO_HOURS.. => ("window-change-hours", lease / 3600),
        _ => ("window-change-minutes", lease / 60),
    };
    words.with(key, [("count", &count)])
}

/// One entrance: ports that fared alike share a line.
fn entrance_ui(ui: &mut Ui, scene: &mut Scene<'_>, changes: &[&Change]) {
    let Some(first) = changes.first() else { return };
    let fared = |change: &Change| result_of(scene, change).map(|r| (r.result, r.hindrance));
    for neighbours in changes.chunk_by(|a, b| fared(a) == fared(b)) {
        lines_ui(ui, scene, neighbours);
    }
    let ids: Vec<JournalId> = changes.iter().flat_map(|c| journalled(scene, c)).collect();
    if !ids.is_empty() {
        ui.horizontal(|ui| {
            ui.add_space(32.0);
            let name = plate(scene, &first.service);
            scene.quiet(ui, &scene.words.with("window-undo-one", [("name", &name)]), Action::Undo(ids));
        });
    }
    ui.add_space(space::XS);
}

/// What came of changes that fared alike.
fn lines_ui(ui: &mut Ui, scene: &Scene<'_>, changes: &[&Change]) {
    let (Some(first), Some(last)) = (changes.first(), changes.last()) else { return };
    let ports = PortRange::from((first.external_port, last.external_port));
    let label = scene.words.with(
        "window-change-label",
        [("protocol", &first.protocol.name()), ("ports", &ports), ("client", &first.internal_client)],
    );
    let result = result_of(scene, first);
    let (lamp, said) = match result {
        None => (Lamp::Dark, scene.get("window-change-waiting")),
        Some(result) => outcome(scene, result),
    };
    tiles::lamp_line(ui, lamp, &plate(scene, &first.service), &label, &said);
    let Some(result) = result else { return };
    parts::indented(ui, |ui| {
        if let Some(lease) = result.lease_seconds.filter(|_| result.result == ChangeOutcome::Opened) {
            parts::small(ui, &stays_open(scene.words, lease));
        }
        reasons(ui, scene, result);
    });
}

/// How a change ended.
fn outcome(scene: &Scene<'_>, result: &ChangeResult) -> (Lamp, String) {
    let lamp = match result.result {
        ChangeOutcome::Opened | ChangeOutcome::AlreadyThere | ChangeOutcome::Renewed | ChangeOutcome::Repaired => {
            Lamp::Lit
        }
        ChangeOutcome::Refused | ChangeOutcome::Failed => Lamp::Trouble,
        ChangeOutcome::Undone => Lamp::Locked,
    };
    (lamp, scene.get(&format!("change-{}", result.result.id())))
}

/// Why it did not come about.
fn reasons(ui: &mut Ui, scene: &Scene<'_>, result: &ChangeResult) {
    if let Some(why) = result.hindrance {
        parts::small(ui, &scene.get(&format!("hindrance-{}", hindrance_id(why))));
    }
    if let Some(code) = result.code {
        parts::small(ui, &scene.words.with("window-change-code", [("code", &code)]));
    }
}

fn plate(scene: &Scene<'_>, id: &ServiceId) -> String {
    let service = scene.profile().and_then(|p| p.service(id));
    service.map_or_else(|| id.to_string(), |s| scene.words.plate(s))
}

/// How a change ended, once it has.
fn result_of<'a>(scene: &Scene<'a>, change: &Change) -> Option<&'a ChangeResult> {
    scene.wizard.case().changes.iter().find(|r| r.is_about(change))
}

pub(in crate::ui) const fn hindrance_id(hindrance: Hindrance) -> &'static str {
    match hindrance {
        Hindrance::NobodyHoldsIt => "nobody-holds-it",
        Hindrance::AnotherDevice => "another-device",
        Hindrance::DoesNotReadBack => "does-not-read-back",
        Hindrance::ChangedSince => "changed-since",
        Hindrance::Gone => "gone",
        Hindrance::NotPutBack => "not-put-back",
        Hindrance::NoAnswer => "no-answer",
        Hindrance::Cancelled => "cancelled",
        Hindrance::EndsByItself => "ends-by-itself",
        Hindrance::JournalNotWritten => "journal-not-written",
    }
}

/// The open journal entries of a change: earlier programs could write more than one.
fn journalled<'a>(scene: &'a Scene<'_>, change: &'a Change) -> impl Iterator<Item = JournalId> + use<'a> {
    let place = |c: &Change| (c.external_port, c.protocol, c.internal_client.is_ipv4());
    let same = move |c: &Change| place(c) == place(change);
    scene.wizard.case().journal.iter().filter(move |e| e.is_open() && same(&e.change)).map(|e| e.id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Text, languages};

    #[test]
    fn a_lease_is_never_said_to_be_longer_than_it_is() {
        let words = [
            ("de", ["Minute", "Minuten", "Stunden"]),
            ("en", ["minute", "minutes", "hours"]),
            ("es", ["minuto", "minutos", "horas"]),
            ("fr", ["minute", "minutes", "heures"]),
            ("pt", ["minuto", "minutos", "horas"]),
        ];
        assert_eq!(words.map(|w| w.0).as_slice(), languages());
        for (language, [minute, minutes, hours]) in words {
            let text = Words::new(Text::new(language));
            for (lease, said) in [
                (60, format!(" 1 {minute}")),
                (119, format!(" 1 {minute}")),
                (120, format!(" 2 {minutes}")),
                (3600, format!(" 60 {minutes}")),
                (3601, format!(" 60 {minutes}")),
                (7200, format!(" 2 {hours}")),
                (86_400, format!(" 24 {hours}")),
                (90_000, format!(" 25 {hours}")),
            ] {
                let line = stays_open(&text, lease);
                let (_, rest) = line.split_once(&said).unwrap_or_else(|| panic!("{language} {lease}: {line}"));
                assert!(!rest.starts_with(char::is_alphabetic), "{language} {lease}: {line}");
            }
            assert!(!stays_open(&text, 59).contains(['0', '1']), "{language}: {}", stays_open(&text, 59));
        }
    }
}
