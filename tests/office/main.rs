//! Everything that needs no window: house rules, decisions from case files, recorded devices, the practice office and
//! the terminal program.
#![cfg(test)]

mod adversary;
mod between;
mod blocks;
mod buttons;
mod cases;
mod catalog;
mod changes;
mod codes;
mod codes_complete;
mod collector;
mod collector_bans;
mod collector_large;
mod devices;
mod differences;
mod fuzzed;
mod guides;
mod handed_back;
mod helper_abuse;
mod inside;
mod journal;
mod judged_cases;
mod languages;
mod look;
mod odd_routers;
mod over_ipv6;
mod overtaken;
mod own_profiles;
mod packages;
mod papers;
mod plain;
mod practice;
mod probes;
mod rooms;
mod rounds;
mod steady;
mod stories;
mod street;
mod terminal;
mod threats;
mod typed;
mod vendor;
mod witness;
mod words;
