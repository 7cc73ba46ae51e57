"""Localized articles: a static page per locale, or the article in its own format."""

from sverka.build.model import FORMATS, Built, Order, Settings, Trouble
from sverka.build.orders import orders, settings_of
from sverka.build.site import build

__all__ = ["FORMATS", "Built", "Order", "Settings", "Trouble", "build", "orders", "settings_of"]
