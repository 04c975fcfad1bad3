//! In whose words a setting is changed: the menu of the pages that manage a phone system, else its file and line. The
//! menus are data, one file for each product, and stay in the language in which the product shows them.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::domain::inside::{Driver, Engine, Inside, Place, Product};
use crate::domain::packed::unpacked;

const MENUS: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/menus.rs"));

/// What is true of every box.
const EVERYWHERE: &str = "files";

/// The menus of one product.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Menu {
    /// Same as the file's name.
    pub id: String,
    /// Name shown to people.
    pub name: String,
    /// What makes a change count.
    pub apply: String,
    /// Where the facts come from.
    pub sources: BTreeMap<String, String>,
    /// The settings that it can change.
    #[serde(default, rename = "setting")]
    pub settings: Vec<MenuPath>,
}

/// Where one setting is changed.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MenuPath {
    /// What it is about, for example `outside-address`.
    pub about: String,
    /// Whose setting it is, where each driver has a box of its own.
    #[serde(default)]
    pub driver: Option<Driver>,
    /// The way there. `(number)`, `(profile)`, `(list)`, `(table)` and `(address)` are put in.
    pub path: String,
    /// Key of the source.
    pub source: String,
}

static ALL: LazyLock<Vec<Menu>> = LazyLock::new(|| read().unwrap_or_default());

/// Reads the embedded files, for the test that none is damaged.
pub fn read() -> Result<Vec<Menu>, String> {
    MENUS.iter().map(|(id, text)| toml::from_str(&unpacked(text)).map_err(|e| format!("{id}: {e}"))).collect()
}

/// Everything that is known of a product.
pub fn menu(id: &str) -> Option<&'static Menu> {
    ALL.iter().find(|m| m.id == id)
}

/// One change, in that system's own words.
#[derive(Clone, Copy, Debug)]
pub struct Change<'a> {
    /// What it is about, for example `outside-address`.
    pub about: &'a str,
    /// Whose setting it is, where that is known.
    pub driver: Option<Driver>,
    /// Where it is written.
    pub place: &'a Place,
    /// What is to be written there; empty: nothing, it is to be taken out.
    pub wish: &'a str,
    /// What stands for the words in brackets of a menu.
    pub of: &'a [(&'a str, &'a str)],
}

impl Change<'_> {
    /// The lines to follow: the menu, else file, line and section.
    pub fn told(&self, inside: &Inside) -> String {
        let way = path(inside.product.id(), self.about, self.driver).map(|path| self.filled(path));
        let has_pages = inside.product != Product::Files;
        let command = path(EVERYWHERE, self.about, self.driver).filter(|_| has_pages).map(|path| self.filled(path));
        let line = self.line();
        let wish = if self.wish.is_empty() { String::new() } else { format!(" = {}", self.wish) };
        match (way, command) {
            (Some(way), Some(command)) => format!("{way} [{command}]"),
            (Some(way), None) if line.is_empty() => format!("{way}{wish}"),
            (Some(way), None) => format!("{way}{wish} [{line}]"),
            (None, Some(command)) => command,
            (None, None) => line,
        }
    }

    fn filled(&self, path: &str) -> String {
        self.of.iter().fold(path.to_owned(), |path, (name, value)| path.replace(&format!("({name})"), value))
    }

    /// `/etc/asterisk/sip.conf:12 [general] externip=203.0.113.5`.
    fn line(&self) -> String {
        let (mut told, key) = (self.place.told(), &self.place.key);
        if !self.wish.is_empty() && !key.is_empty() {
            told = format!("{told} {key}={}", self.wish);
        }
        told.trim().to_owned()
    }
}

/// No way is better than that of the other driver.
fn path(id: &str, about: &str, driver: Option<Driver>) -> Option<&'static str> {
    let fits = |s: &&MenuPath| s.about == about && (s.driver.is_none() || s.driver == driver);
    menu(id)?.settings.iter().find(fits).map(|s| s.path.as_str())
}

/// Whether that box has a page for it, so that nobody writes into a file.
pub fn has_page(inside: &Inside, about: &str, driver: Driver) -> bool {
    path(inside.product.id(), about, Some(driver)).is_some()
}

/// What makes a change count on that box.
pub fn apply(inside: &Inside) -> &'static str {
    let engine = match inside.engine {
        Engine::Asterisk => "asterisk",
        Engine::FreeSwitch => "freeswitch",
    };
    let own = menu(inside.product.id()).map(|m| m.apply.as_str()).filter(|a| !a.is_empty());
    own.or_else(|| menu(engine).map(|m| m.apply.as_str())).unwrap_or_default()
}
