//! The report as papers: a page to read and to send, and a message to support. Everything offered first is masked.

use egui::Ui;
use jiff::tz::TimeZone;

use crate::domain::message::Document;
use crate::domain::redact::mask;
use crate::domain::report::TopVerdict;
use crate::store::export::report_json;
use crate::store::export_support::support_text;
use crate::store::html::{Privacy, report_html};
use crate::text::explain::explain_report;
use crate::ui::parts;
use crate::ui::scene::{Scene, Wish};
use crate::ui::theme::space;
use crate::ui::vendor;
use crate::wizard::Action;

/// Re-checks without success after which the message to support is the next step.
const ENOUGH: u32 = 3;

/// After several re-checks without success: a message that somebody else can work with is the next step.
pub(super) fn plea(ui: &mut Ui, scene: &mut Scene<'_>) {
    if scene.drafts.rechecks < ENOUGH || scene.report.verdict == TopVerdict::Ready {
        return;
    }
    ui.add_space(space::S);
    parts::card(ui, |ui| {
        parts::title(ui, &scene.get("window-support.title"));
        parts::soft(ui, &scene.get("window-support.lead"));
        ui.add_space(space::S);
        vendor::support_ui(ui, scene);
        message_button(ui, scene, "plea");
    });
}

/// The card on the results: always there, with nothing private in what it offers.
pub(super) fn card(ui: &mut Ui, scene: &mut Scene<'_>) {
    parts::section(ui, &scene.get("window-report.title"));
    parts::card(ui, |ui| {
        parts::soft(ui, &scene.get("window-report.lead"));
        ui.add_space(space::S);
        vendor::support_ui(ui, scene);
        ui.horizontal_wrapped(|ui| {
            save_button(ui, scene, Privacy::Masked);
            message_button(ui, scene, "support");
        });
        where_it_is(ui, scene);
    });
    vendor::question_ui(ui, scene);
    ui.add_space(space::S);
}

/// Saves the report; made only on a click.
pub(super) fn save_button(ui: &mut Ui, scene: &mut Scene<'_>, privacy: Privacy) {
    let able = scene.wizard.can(&Action::HandOut(Box::default()));
    if parts::secondary(ui, &scene.get(key(privacy)), able).clicked() {
        let wish = save(scene, privacy);
        scene.wishes.push(wish);
    }
}

/// The report as one page to read and, beside it, as data.
pub(super) fn save(scene: &Scene<'_>, privacy: Privacy) -> Wish {
    let text = scene.words.text();
    let mut report = match privacy {
        Privacy::Masked => mask(scene.report),
        Privacy::Whole => scene.report.clone(),
    };
    explain_report(text, &mut report);
    let at = report.started_at.strftime("%Y-%m-%d %H-%M").to_string();
    let page = report_html(&report, text, privacy, &TimeZone::system());
    let files = vec![("html".to_owned(), page), ("json".to_owned(), report_json(&report))];
    let name = scene.words.with(&format!("{}.name", key(privacy)), [("at", &at)]);
    Action::HandOut(Box::new(Document { name, files })).into()
}

/// Copies the message to support.
fn message_button(ui: &mut Ui, scene: &mut Scene<'_>, what: &str) {
    let label = scene.get("window-support");
    let (report, text, rechecks) = (scene.report, scene.words.text(), scene.drafts.rechecks);
    scene.copy(ui, &label, what, || support_text(report, text, rechecks));
}

/// Where the report was saved, and the way there.
fn where_it_is(ui: &mut Ui, scene: &mut Scene<'_>) {
    let Some(path) = scene.wizard.handed_out().map(ToOwned::to_owned) else { return };
    ui.add_space(space::XS);
    parts::soft(ui, &scene.words.with("window-saved", [("path", &path)]));
    ui.horizontal_wrapped(|ui| {
        if parts::quiet(ui, &scene.get("window-report-open"), true).clicked() {
            ui.ctx().open_url(egui::OpenUrl::new_tab(file_url(&path)));
        }
        ui.add_space(space::M);
        let label = scene.get("window-report-path");
        scene.copy(ui, &label, "path", || path);
    });
}

const fn key(privacy: Privacy) -> &'static str {
    match privacy {
        Privacy::Masked => "window-save-masked",
        Privacy::Whole => "window-save",
    }
}

/// A path as browsers want it: from the root, with slashes, and everything else than plain letters spelled out.
fn file_url(path: &str) -> String {
    let path = if cfg!(windows) { format!("/{}", path.replace('\\', "/")) } else { path.to_owned() };
    let spelled = path.bytes().map(|b| match b {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'-' | b'_' | b'.' | b'~' | b':' => char::from(b).to_string(),
        other => format!("%{other:02X}"),
    });
    format!("file://{}", spelled.collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::file_url;

    #[test]
    #[cfg(not(windows))]
    fn a_path_becomes_an_address_that_a_browser_opens() {
        assert_eq!(file_url("/home/büro/Bericht 1#?.html"), "file:///home/b%C3%BCro/Bericht%201%23%3F.html");
    }
}
