"""Places that reports are filed from: only to tell ``Tokyo - ...`` from other words before a dash.

A dateline with a date, an agency or capital letters needs no list; this one is for the rest.
"""

from __future__ import annotations

from functools import cache

from verbale.lexicon import default_lexicon
from verbale.lexicon.entries import Party

_CITIES = """
Abidjan|Abu Dhabi|Abuja|Accra|Addis Ababa|Aden|Aleppo|Algiers|Almaty|Amman|Amsterdam|Ankara
Antananarivo|Ashgabat|Asmara|Astana|Asuncion|Athens|Auckland|Baghdad|Baku|Bamako|Bangkok|Bangui
Banjul|Barcelona|Basra|Beijing|Beirut|Belfast|Belgrade|Belmopan|Bengaluru|Berlin|Bern|Berne
Bishkek|Bogota|Bogotá|Boston|Brasilia|Brasília|Bratislava|Brazzaville|Brussels|Bucharest|Budapest
Buenos Aires|Bujumbura|Busan|Cairo|Canberra|Cape Town|Caracas|Chennai|Chicago|Chisinau|Chișinău
Colombo|Conakry|Copenhagen|Dakar|Damascus|Dar es Salaam|Darwin|Davos|Delhi|Dhaka|Dili|Djibouti
Dnipro|Dodoma|Doha|Donetsk|Dubai|Dublin|Dushanbe|Edinburgh|Erbil|Florence|Frankfurt|Freetown
Gaborone|Gaza|Gaza City|Geneva|Georgetown|Gibraltar|Glasgow|Guangzhou|Guatemala City|Hague|Haifa
Hamburg|Hanoi|Harare|Havana|Helsinki|Hiroshima|Ho Chi Minh City|Hong Kong|Honolulu|Houston|Islamabad
Istanbul|Jakarta|Jeddah|Jerusalem|Johannesburg|Juba|Kabul|Kampala|Karachi|Kathmandu|Kazan|Kharkiv
Khartoum|Kherson|Kiev|Kigali|Kingston|Kinshasa|Kishinev|Kolkata|Kuala Lumpur|Kuwait|Kuwait City|Kyiv
Kyoto|Lagos|Lahore|La Paz|Libreville|Lilongwe|Lima|Lisbon|Ljubljana|London|Los Angeles|Luanda
Lusaka|Luxembourg|Lviv|Madrid|Male|Malé|Managua|Manama|Manila|Maputo|Mariupol|Melbourne|Mexico City
Milan|Minsk|Mogadishu|Monrovia|Montevideo|Montreal|Moscow|Mosul|Mumbai|Munich|Muscat|Nagasaki
Nairobi|Naypyitaw|N'Djamena|New Delhi|New York|Niamey|Nicosia|Nouakchott|Nur-Sultan|Odesa|Odessa
Okinawa|Osaka|Oslo|Ottawa|Ouagadougou|Panama City|Paramaribo|Paris|Phnom Penh|Podgorica
Port Louis|Port Moresby|Port-au-Prince|Prague|Pretoria|Pristina|Pyongyang|Quito|Rabat|Ramallah
Rangoon|Reykjavik|Riga|Rio de Janeiro|Riyadh|Rome|San Francisco|San Jose|San Salvador|Sanaa|Santiago
Santo Domingo|Sao Paulo|São Paulo|Sapporo|Sarajevo|Seattle|Sejong|Seoul|Sevastopol|Shanghai|Sharjah
Shenzhen|Simferopol|Singapore|Skopje|Sochi|Sofia|Srinagar|St Petersburg|St. Petersburg|Stockholm
Strasbourg|Sukhumi|Suva|Sydney|Taipei|Tallinn|Tashkent|Tbilisi|Tegucigalpa|Tehran|Tel Aviv|The Hague
Thimphu|Tirana|Tiraspol|Tokyo|Toronto|Tripoli|Tskhinvali|Tunis|Ulaanbaatar|Ulan Bator|United Nations
Vaduz|Valletta|Vatican City|Vienna|Vientiane|Vilnius|Vladivostok|Warsaw|Washington|Wellington
Windhoek|Yaounde|Yaoundé|Yalta|Yangon|Yekaterinburg|Yerevan|Yuzhno-Sakhalinsk|Zagreb|Zurich
"""
CITIES = frozenset(
    name.strip().casefold() for line in _CITIES.splitlines() for name in line.split("|") if name
)


def is_city(place: str) -> bool:
    """Whether every part of ``Geneva/New York`` is a place that reports are filed from."""
    return all(part.strip().casefold() in CITIES for part in place.split("/"))


def is_state(place: str) -> bool:
    """Whether ``place`` is a state's or a territory's name, as behind a city in brackets; initials
    may as well be an agency's (``PNA``) and are none."""
    return place.strip().casefold() in _states()


@cache
def _states() -> frozenset[str]:
    parties = (entry for entry in default_lexicon().entries if isinstance(entry, Party))
    names = (name for entry in parties for name in (entry.name, *entry.names))
    return frozenset(name.casefold() for name in names if not name.isupper())
