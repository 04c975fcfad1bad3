//! Plain HTTP to one device of the local network, with every wait and every body capped. A [`Place`] can only name
//! the device that answered the search.

use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr, SocketAddrV6};
use std::time::Duration;

use reqwest::Url;
use reqwest::header::{CONNECTION, CONTENT_TYPE, HOST, HeaderValue};

use crate::domain::probe::Surroundings;
use crate::domain::service::Transport;
use crate::net::igd::RouterError;

const CONNECT: Duration = Duration::from_secs(2);
const WHOLE: Duration = Duration::from_secs(5);
const LONGEST_URL: usize = 1000;
/// Stands in an address for the router over IPv6: an URL has no room for the adapter that a link-local address needs.
const ROUTER: &str = "router";

/// A resource of one device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Place {
    /// The device, by the address it answered from.
    pub device: Ipv4Addr,
    url: Url,
    /// It is asked over IPv6, by the one address that is dialled there: any it names is another word for it.
    over_ipv6: bool,
}

impl Place {
    /// Reads an address that `device` gave. It may name another port of the same device; a host name is taken as
    /// another word for it and never looked up; any other address is refused.
    pub(super) fn of(device: Ipv4Addr, text: &str) -> Option<Self> {
        Self::checked(device, Url::parse(text.trim()).ok()?, false)
    }

    /// The same port and path at `device` itself, where `text` names another address: some routers have several, and
    /// say the wrong one.
    pub(super) fn at(device: Ipv4Addr, text: &str) -> Option<Self> {
        let mut url = Url::parse(text.trim()).ok()?;
        url.set_host(Some(&device.to_string())).ok()?;
        Self::checked(device, url, false)
    }

    /// A resource of the router that is asked over IPv6.
    pub(super) fn over_ipv6(router: Ipv4Addr, port: u16, path: &str) -> Option<Self> {
        Self::checked(router, Url::parse(&format!("http://{router}:{port}")).ok()?.join(path).ok()?, true)
    }

    /// A resource that `text` names, seen from here.
    pub(super) fn join(&self, text: &str) -> Option<Self> {
        Self::checked(self.device, self.url.join(text.trim()).ok()?, self.over_ipv6)
    }

    fn checked(device: Ipv4Addr, url: Url, over_ipv6: bool) -> Option<Self> {
        let same = match url.host_str()?.parse::<Ipv4Addr>() {
            Ok(ip) => ip == device,
            Err(_) => over_ipv6 || url.domain().is_some(),
        };
        let plain = url.scheme() == "http" && url.username().is_empty() && url.password().is_none();
        let fits = url.port_or_known_default().is_some_and(|p| p != 0) && url.as_str().len() <= LONGEST_URL;
        (same && plain && fits).then_some(Self { device, url, over_ipv6 })
    }

    /// Where the device is dialled.
    pub(super) fn socket_addr(&self) -> SocketAddr {
        SocketAddr::from((self.device, self.url.port_or_known_default().unwrap_or(80)))
    }

    /// The address as text.
    pub(super) fn text(&self) -> &str {
        self.url.as_str()
    }

    /// Path and query.
    pub(super) fn path(&self) -> String {
        match self.url.query() {
            Some(query) => format!("{}?{query}", self.url.path()),
            None => self.url.path().to_owned(),
        }
    }

    fn host(&self) -> String {
        let host = self.url.host_str().unwrap_or_default();
        self.url.port().map_or_else(|| host.to_owned(), |port| format!("{host}:{port}"))
    }
}

/// A client that leaves through one adapter.
#[derive(Clone, Debug)]
pub(super) struct Http {
    client: reqwest::Client,
    surroundings: Surroundings,
    /// The router's address over IPv6, where it is asked there.
    over_ipv6: Option<Ipv6Addr>,
}

impl Http {
    /// None when the system gives no client at all.
    pub(super) fn from_adapter(local: Ipv4Addr, surroundings: &Surroundings) -> Option<Self> {
        let builder = client();
        let builder = if surroundings.practice.is_some() { builder } else { builder.local_address(Some(local.into())) };
        Some(Self { client: builder.build().ok()?, surroundings: surroundings.clone(), over_ipv6: None })
    }

    /// A client that asks the same device at its IPv6 address, whatever address a place names.
    pub(super) fn over_ipv6(local: Ipv6Addr, router: SocketAddrV6, surroundings: &Surroundings) -> Option<Self> {
        // The port is that of the place.
        let builder = client().local_address(Some(local.into())).resolve(ROUTER, SocketAddr::V6(router));
        let over_ipv6 = Some(*router.ip());
        Some(Self { client: builder.build().ok()?, surroundings: surroundings.clone(), over_ipv6 })
    }

    /// Fetches at most `limit` bytes.
    pub(super) async fn get(&self, place: &Place, limit: usize) -> Result<(u16, Vec<u8>), RouterError> {
        self.exchange(place, limit, reqwest::Method::GET, |r| r).await
    }

    /// Sends a SOAP request.
    pub(super) async fn post(
        &self,
        place: &Place,
        limit: usize,
        action: &str,
        body: String,
    ) -> Result<(u16, Vec<u8>), RouterError> {
        let header = HeaderValue::from_str(action).map_err(|_| RouterError::NotProper("service type".to_owned()))?;
        self.exchange(place, limit, reqwest::Method::POST, |request| {
            request
                .header(CONTENT_TYPE, HeaderValue::from_static("text/xml; charset=\"utf-8\""))
                .header("soapaction", header)
                .body(body)
        })
        .await
    }

    async fn exchange(
        &self,
        place: &Place,
        limit: usize,
        method: reqwest::Method,
        fill: impl FnOnce(reqwest::RequestBuilder) -> reqwest::RequestBuilder,
    ) -> Result<(u16, Vec<u8>), RouterError> {
        let real = self.surroundings.dial(Transport::Tcp, place.socket_addr()).ok_or(RouterError::NoAnswer)?;
        let port = real.port();
        let (at, host) = match self.over_ipv6 {
            Some(ip) => (format!("{ROUTER}:{port}"), format!("[{ip}]:{port}")),
            None => (real.to_string(), place.host()),
        };
        let request = self
            .client
            .request(method, format!("http://{at}{}", place.path()))
            .header(HOST, host)
            .header(CONNECTION, HeaderValue::from_static("close"));
        let mut response = fill(request).send().await.map_err(|e| failure(&e))?;
        let status = response.status().as_u16();
        let mut body = Vec::new();
        while let Some(chunk) = response.chunk().await.map_err(|e| failure(&e))? {
            if body.len() + chunk.len() > limit {
                return Err(RouterError::NotProper(format!("longer than {limit} bytes")));
            }
            body.extend_from_slice(&chunk);
        }
        Ok((status, body))
    }
}

/// Patient with what old routers write, and never led elsewhere.
fn client() -> reqwest::ClientBuilder {
    reqwest::Client::builder()
        // A proxy of the environment must never see the office's router.
        .no_proxy()
        .redirect(reqwest::redirect::Policy::none())
        .http1_only()
        // Old routers compare header names letter by letter.
        .http1_title_case_headers()
        .http1_allow_spaces_after_header_name_in_responses(true)
        .http1_allow_obsolete_multiline_headers_in_responses(true)
        .http1_ignore_invalid_headers_in_responses(true)
        .connect_timeout(CONNECT)
        .timeout(WHOLE)
        // miniupnpd closes after each answer, and a request lost on a closing connection must not be repeated.
        .pool_max_idle_per_host(0)
        .user_agent(concat!("SeparateEntrance/", env!("CARGO_PKG_VERSION"), " UPnP/1.1"))
}

fn failure(error: &reqwest::Error) -> RouterError {
    if error.is_timeout() || error.is_connect() {
        RouterError::NoAnswer
    } else {
        // The error's own words may carry what the router sent.
        RouterError::NotProper("no proper HTTP".to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_always_the_device_itself() {
        let device = Ipv4Addr::new(192, 168, 1, 1);
        let base = Place::of(device, "http://192.168.1.1:1900/abc/rootDesc.xml").unwrap();
        for (text, expected) in [
            ("/ctl/IPConn", Some("192.168.1.1:1900/ctl/IPConn")),
            ("ctl/IPConn?x=1", Some("192.168.1.1:1900/abc/ctl/IPConn?x=1")),
            ("http://192.168.1.1:5431/u", Some("192.168.1.1:5431/u")),
            ("http://fritz.box:49000/u", Some("192.168.1.1:49000/u")),
            ("http://192.168.1.2:5431/u", None),
            ("//192.168.1.2/u", None),
            ("http://0xc0a80102/u", None),
            ("http://[::1]/u", None),
            ("https://192.168.1.1/u", None),
            ("http://a:b@192.168.1.1/u", None),
            ("http://192.168.1.1:0/u", None),
            ("file:///etc/passwd", None),
        ] {
            let place = base.join(text).map(|p| format!("{}{}", p.socket_addr(), p.path()));
            assert_eq!(place.as_deref(), expected, "{text}");
        }
        assert_eq!(base.join(&"x".repeat(2000)), None);
    }

    #[test]
    fn over_ipv6_every_name_is_the_routers_own() {
        let base = Place::over_ipv6(Ipv4Addr::new(192, 168, 1, 1), 5000, "/rootDesc.xml").unwrap();
        for (text, expected) in [
            ("/ctl/IP6FCtl", Some("192.168.1.1:5000/ctl/IP6FCtl")),
            ("http://[fe80::66]:5001/c", Some("192.168.1.1:5001/c")),
            ("http://192.168.1.2:5000/c", None),
            ("https://[fe80::1]/c", None),
        ] {
            let place = base.join(text).map(|p| format!("{}{}", p.socket_addr(), p.path()));
            assert_eq!(place.as_deref(), expected, "{text}");
        }
        let elsewhere = Place::over_ipv6(Ipv4Addr::new(192, 168, 1, 1), 5000, "//192.168.1.2/d.xml");
        assert_eq!(elsewhere, None, "a path is no way out");
    }
}
