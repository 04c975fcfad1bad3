//! Where things stand in the window: the rail, the screen, the bar with the buttons that lead on, the menu. A narrow
//! window, or one with large text, has a head in place of the rail.

use egui::{Align, Frame, Id, Layout, Margin, Memory, Rect, ScrollArea, Stroke, Ui, UiBuilder, pos2, vec2};

use super::keys::Pressed;
use super::menu::{Opens, menu_ui};
use super::scene::Scene;
use super::theme::{palette, space};
use super::{pages, rail, screens};

/// Height of the bar with the buttons that lead on.
const BAR: f32 = 76.0;
/// Height of the head of a narrow window.
const HEAD: f32 = 50.0;
/// Height of the rail's foot, where the menu is.
const FOOT: f32 = 54.0;

/// Wider than this no screen gets; in a larger window it stands in the middle, with its buttons below it.
const COLUMN: f32 = 1060.0;

/// From this width on there is room for the rail.
const NARROW: f32 = 640.0;
/// From this width on there is room for wide margins.
const ROOMY: f32 = 1000.0;
/// Below this height every line counts.
const LOW: f32 = 480.0;

/// Rail, screen, bar, menu: drawn in the order in which Tab goes through them.
pub(super) fn draw(ui: &mut Ui, scene: &mut Scene<'_>, visit: u64, pressed: Pressed) {
    let colours = palette(ui);
    let whole = ui.max_rect();
    let narrow = whole.width() < NARROW;
    let low = whole.height() < LOW;
    let has_bar = scene.page.is_some() || screens::has_bar(scene.wizard.step());
    // Where there is little room, the buttons stand below everything else, and none of it is given to a bar.
    let fixed = has_bar && !narrow && !low;
    let foot = if fixed { whole.bottom() - BAR } else { whole.bottom() };
    ui.painter().rect_filled(whole, 0.0, colours.page);
    let rail_width = match (narrow, whole.width() < ROOMY) {
        (true, _) => 0.0,
        (false, true) => 186.0,
        (false, false) => 236.0,
    };
    let top = if narrow { whole.top() + HEAD } else { whole.top() };
    let rail_rect = Rect::from_min_max(whole.min, pos2(whole.left() + rail_width, whole.bottom()));
    let head_rect = Rect::from_min_max(whole.min, pos2(whole.right(), top));
    let body_rect = Rect::from_min_max(pos2(rail_rect.right(), top), pos2(whole.right(), foot));
    let bar_rect = Rect::from_min_max(pos2(rail_rect.right(), foot), whole.max);
    // Where the rail has the page's own colour, a line parts them.
    let parting = if colours.rail == colours.page { Stroke::new(1.0, colours.line) } else { Stroke::NONE };

    if narrow {
        ui.painter().rect_filled(head_rect, 0.0, colours.rail);
        ui.painter().hline(head_rect.x_range(), head_rect.bottom(), parting);
        ui.scope_builder(UiBuilder::new().id_salt("head").max_rect(head_rect), |ui| {
            Frame::new().inner_margin(Margin::symmetric(14, 8)).show(ui, |ui| {
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    menu_ui(ui, scene, Opens::Downwards, pressed);
                    ui.with_layout(Layout::left_to_right(Align::Center), |ui| rail::head_ui(ui, scene));
                });
            });
        });
    } else {
        ui.painter().rect_filled(rail_rect, 0.0, colours.rail);
        ui.painter().vline(rail_rect.right(), rail_rect.y_range(), parting);
        let steps = rail_rect.with_max_y(rail_rect.bottom() - FOOT);
        ui.scope_builder(UiBuilder::new().id_salt("rail").max_rect(steps), |ui| {
            Frame::new().inner_margin(Margin { left: 16, right: 16, top: 20, bottom: 4 }).show(ui, |ui| {
                ScrollArea::vertical().id_salt("rail").show(ui, |ui| {
                    rail::rail_ui(ui, scene);
                    follow_focus(ui, "rail");
                });
            });
        });
    }

    let margin = if whole.width() < NARROW {
        16
    } else if whole.width() < ROOMY {
        24
    } else {
        40
    };
    ui.scope_builder(UiBuilder::new().id_salt(("body", visit)).max_rect(body_rect), |ui| {
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            in_the_middle(ui, Margin::symmetric(margin, if low { 14 } else { 26 }), |ui| {
                match scene.page {
                    Some(page) => pages::body(ui, scene, page),
                    None => screens::body(ui, scene),
                }
                ui.add_space(space::M);
                if has_bar && !fixed {
                    ui.separator();
                    ui.add_space(space::S);
                    ui.horizontal_wrapped(|ui| bar_ui(ui, scene));
                    ui.horizontal(|ui| back_ui(ui, scene));
                }
            });
            follow_focus(ui, "body");
        });
    });
    if fixed {
        ui.painter().hline(bar_rect.x_range(), bar_rect.top(), Stroke::new(1.0, colours.line));
        ui.scope_builder(UiBuilder::new().id_salt(("bar", visit)).max_rect(bar_rect), |ui| {
            in_the_middle(ui, Margin::symmetric(margin, 17), |ui| {
                ui.horizontal(|ui| {
                    back_ui(ui, scene);
                    ui.with_layout(Layout::right_to_left(Align::Center), |ui| bar_ui(ui, scene));
                });
            });
        });
    }
    if !narrow {
        let menu = rail_rect.with_min_y(rail_rect.bottom() - FOOT);
        ui.scope_builder(UiBuilder::new().id_salt("menu").max_rect(menu), |ui| {
            Frame::new().inner_margin(Margin::symmetric(22, 8)).show(ui, |ui| {
                menu_ui(ui, scene, Opens::Upwards, pressed);
            });
        });
    }
}

/// What belongs to a screen, within its margins.
fn in_the_middle(ui: &mut Ui, margin: Margin, add: impl FnOnce(&mut Ui)) {
    let mut column = ui.available_rect_before_wrap();
    let beside = (column.width() - COLUMN - margin.sum().x).max(0.0) / 2.0;
    column = column.shrink2(vec2(beside.round(), 0.0));
    ui.scope_builder(UiBuilder::new().max_rect(column), |ui| Frame::new().inner_margin(margin).show(ui, add));
}

/// Scrolls to what the keyboard has just reached, where that is out of sight: whoever sees must see where they are.
fn follow_focus(ui: &Ui, area: &'static str) {
    let key = Id::unique(("focus", area));
    let focused = ui.memory(Memory::focused);
    if ui.data(|data| data.get_temp(key)) == Some(focused) {
        return;
    }
    ui.data_mut(|data| data.insert_temp(key, focused));
    let Some(reached) = focused.and_then(|id| ui.ctx().read_response(id)) else { return };
    let here = reached.layer_id == ui.layer_id() && ui.min_rect().x_range().contains(reached.rect.center().x);
    let cut = !reached.interact_rect.expand(1.0).contains_rect(reached.rect);
    if here && cut {
        ui.scroll_to_rect(reached.rect.expand(space::L), None);
        ui.ctx().request_repaint();
    }
}

/// A page has one button, and no second one for the same.
fn back_ui(ui: &mut Ui, scene: &mut Scene<'_>) {
    if scene.page.is_none() {
        screens::back(ui, scene);
    }
}

fn bar_ui(ui: &mut Ui, scene: &mut Scene<'_>) {
    match scene.page {
        Some(_) => pages::bar(ui, scene),
        None => screens::bar(ui, scene),
    }
}
