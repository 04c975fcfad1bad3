//! Whose program this is, on the first page and where help is looked for; and the quiet word of a newer version. It
//! draws what was found out elsewhere and asks nobody.

use egui::{ColorImage, CornerRadius, Frame, Image, Margin, TextureHandle, TextureOptions, Ui, Vec2};

use super::parts::{self, Tone};
use super::scene::{Scene, Wish};
use super::theme::space;
use crate::domain::logo::Logo;
use crate::domain::newer::{Answer, Newer};
use crate::domain::preset::Preset;
use crate::text::letterhead::Letterhead;
use crate::wizard::Step;

/// Largest logo on the screen, in points.
const MOST_LOGO: Vec2 = Vec2::new(150.0, 40.0);

/// What is to be told of newer versions; nothing where no vendor tells of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct News {
    /// The vendor and its server.
    pub from: Option<(String, String)>,
    /// What the owner said to that; none: nobody has asked.
    pub said: Option<Answer>,
    /// What was found.
    pub newer: Option<Newer>,
}

impl News {
    /// What this preset offers.
    pub fn offered(preset: Option<&Preset>) -> Self {
        let from = preset.and_then(|p| p.newer.as_ref().map(|at| (p.name.clone(), at.ask.authority())));
        Self { from, said: None, newer: None }
    }
}

/// Logo, name and the way to help.
pub(super) fn letterhead_ui(ui: &mut Ui, scene: &Scene<'_>) {
    let Some(letterhead) = scene.words.text().letterhead() else { return };
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::M;
        logo_ui(ui, scene, letterhead);
        ui.vertical(|ui| {
            parts::strong(ui, &scene.words.with("vendor-prepared-by", [("name", &letterhead.name)]));
            if let Some(support) = &letterhead.support {
                parts::soft(ui, &scene.words.with("vendor-support", [("support", support)]));
            }
        });
    });
    ui.add_space(space::S);
}

/// Where help is looked for, one line is enough.
pub(super) fn support_ui(ui: &mut Ui, scene: &Scene<'_>) {
    let Some(letterhead) = scene.words.text().letterhead() else { return };
    if let Some(support) = &letterhead.support {
        let values: [(&str, &dyn std::fmt::Display); 2] = [("name", &letterhead.name), ("support", support)];
        parts::body(ui, &scene.words.with("vendor-send-to", values));
        ui.add_space(space::S);
    }
}

/// On white in every theme, since most logos are drawn for paper.
fn logo_ui(ui: &mut Ui, scene: &Scene<'_>, letterhead: &Letterhead) {
    let Some(texture) = letterhead.logo.as_ref().and_then(|logo| texture(ui, logo)) else { return };
    let [width, height] = texture.size();
    let size = Vec2::new(pixels(width), pixels(height));
    let shrunk = size * (MOST_LOGO / size).min_elem().min(1.0);
    let name = scene.words.with("vendor-logo", [("name", &letterhead.name)]);
    let plate =
        Frame::new().fill(super::theme::PAPER).corner_radius(CornerRadius::same(6)).inner_margin(Margin::same(6));
    plate.show(ui, |ui| ui.add(Image::new((texture.id(), shrunk)).alt_text(name)));
}

#[expect(clippy::cast_precision_loss, reason = "some hundred pixels")]
const fn pixels(length: usize) -> f32 {
    length as f32
}

/// The picture, decoded once. One that looked whole and cannot be decoded is left out.
fn texture(ui: &Ui, logo: &Logo) -> Option<TextureHandle> {
    let key = egui::Id::unique("vendor-logo");
    if let Some(made) = ui.data(|data| data.get_temp::<Option<TextureHandle>>(key)) {
        return made;
    }
    let made = eframe::icon_data::from_png_bytes(&logo.png).ok().and_then(|decoded| {
        let size = [usize::try_from(decoded.width).ok()?, usize::try_from(decoded.height).ok()?];
        let image = ColorImage::from_rgba_unmultiplied(size, &decoded.rgba);
        Some(ui.ctx().load_texture("vendor-logo", image, TextureOptions::LINEAR))
    });
    ui.data_mut(|data| data.insert_temp(key, made.clone()));
    made
}

/// The one quiet line, where a newer version was found.
pub(super) fn newer_ui(ui: &mut Ui, scene: &Scene<'_>) {
    let is_resting = matches!(scene.wizard.step(), Step::Welcome | Step::Results { .. });
    let is_resting = is_resting && scene.wizard.practice().is_none();
    let Some(newer) = scene.news.newer.as_ref().filter(|_| is_resting) else { return };
    parts::noted(ui, Tone::Calm, |ui| {
        let values: [(&str, &dyn std::fmt::Display); 2] = [("version", &newer.version), ("address", &newer.address)];
        parts::body(ui, &scene.words.with("window-newer", values));
        if parts::quiet(ui, &scene.get("window-newer-open"), true).clicked() {
            ui.ctx().open_url(egui::OpenUrl::new_tab(newer.address.to_string()));
        }
    });
    ui.add_space(space::S);
}

/// The question whether to look for newer versions, until it was answered once.
pub(super) fn question_ui(ui: &mut Ui, scene: &mut Scene<'_>) {
    let is_open = scene.news.said.is_none() && scene.wizard.practice().is_none();
    let Some((name, host)) = scene.news.from.clone().filter(|_| is_open) else { return };
    ui.add_space(space::S);
    parts::card(ui, |ui| {
        parts::strong(ui, &scene.get("window-newer-ask"));
        parts::soft(ui, &scene.words.with("window-newer-ask.lead", [("name", &name), ("host", &host)]));
        ui.add_space(space::XS);
        ui.horizontal_wrapped(|ui| {
            scene.button(ui, &scene.get("window-newer-yes"), Wish::Newer(Answer::Yes));
            scene.quiet(ui, &scene.get("window-newer-no"), Wish::Newer(Answer::No));
        });
    });
}

/// The same choice among the settings, for as long as a vendor tells of newer versions.
pub(super) fn choice_ui(ui: &mut Ui, scene: &mut Scene<'_>) {
    let Some((name, host)) = scene.news.from.clone() else { return };
    ui.add_space(space::S);
    parts::card(ui, |ui| {
        parts::title(ui, &scene.get("window-newer-choice"));
        parts::soft(ui, &scene.words.with("window-newer-choice.lead", [("name", &name), ("host", &host)]));
        ui.add_space(space::S);
        let said = scene.news.said;
        for (answer, key) in [(Answer::Yes, "window-newer-yes"), (Answer::No, "window-newer-no")] {
            // Nobody is asked before somebody said yes, so that is how it stands until then.
            let chosen = said.unwrap_or(Answer::No) == answer;
            if ui.radio(chosen, scene.get(key)).clicked() && said != Some(answer) {
                scene.wishes.push(Wish::Newer(answer));
            }
        }
    });
}
