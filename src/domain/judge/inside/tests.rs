//! Which patterns of a dial plan lead abroad. What follows from a look inside as a whole stands in the cases.

use super::strangers::leads_abroad;

#[test]
fn patterns_that_lead_abroad_are_told_from_those_that_call_for_help() {
    let abroad = [
        "_00.",
        "_011.",
        "_+.",
        "_9011.",
        "_000.",
        "_900.",
        "_00XXXXXXXX",
        "_X.",
        "_.",
        "_9.",
        "_00|.",
        "_+ZX!",
        "_0X.",
        "_[+0]X.",
        "_00[1-9].",
        "_9-011.",
        "^(011\\d+)$",
        "^\\+(\\d+)$",
        "^00\\d{5,}$",
    ];
    for pattern in abroad {
        assert!(leads_abroad(pattern), "{pattern}");
    }
    let not = [
        "_112",
        "_911",
        "_9911",
        "_1NXXNXXXXXX",
        "_0ZXX.",
        "00491234567890",
        "_00",
        "_NXXXXXX",
        "_[2-9]XX",
        "",
        "_[1-9]X.",
        "_[",
        "^(911)$",
        "^(1\\d{10})$",
        "_0[1-9].",
    ];
    for pattern in not {
        assert!(!leads_abroad(pattern), "{pattern}");
    }
}

#[test]
fn every_menu_is_whole_and_names_its_source() {
    let menus = crate::domain::menus::read().unwrap();
    assert_eq!(menus.len(), 7);
    for menu in menus {
        assert!(!menu.name.is_empty() && !menu.sources.is_empty(), "{}", menu.id);
        assert!(menu.id == "files" || !menu.apply.is_empty(), "{}", menu.id);
        for setting in &menu.settings {
            assert!(menu.sources.contains_key(&setting.source), "{}: {}", menu.id, setting.about);
            // Where one driver has a box of its own, no other is shown the same one by chance.
            let same = menu.settings.iter().filter(|s| s.about == setting.about);
            let drivers: Vec<_> = same.map(|s| s.driver).collect();
            let distinct: std::collections::BTreeSet<_> = drivers.iter().collect();
            assert_eq!(distinct.len(), drivers.len(), "{}: {}", menu.id, setting.about);
            assert!(drivers.len() == 1 || !distinct.contains(&None), "{}: {}", menu.id, setting.about);
        }
    }
    for product in [
        crate::domain::inside::Product::FreePbx,
        crate::domain::inside::Product::Issabel,
        crate::domain::inside::Product::Trixbox,
        crate::domain::inside::Product::FusionPbx,
        crate::domain::inside::Product::Files,
    ] {
        assert!(crate::domain::menus::menu(product.id()).is_some(), "{}", product.id());
    }
}
