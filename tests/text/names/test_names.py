"""Names across scripts, spellings, inflection, names in running text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sverka.text.names import find_name, lemmas, names_in, same_name, same_names, variant_score
from sverka.text.names.scripts import symbols

LOCALES = ["en", "ru", "uk", "de", "zh", "ja", "ko", "ar", "he", "el", "tr", "pt_BR", "xx"]


@pytest.mark.parametrize(
    ("a", "b", "locale_a", "locale_b"),
    [
        ("Irina Poddubnaya", "Ирина Поддубная", "en", "ru"),
        ("Irina Poddubnaya", "И. В. Поддубной", "en", "ru"),
        ("I. V. Poddubnaya", "Ирина Поддубная", "en", "ru"),
        ("Poddubnaya", "Ирины Владимировны Поддубной", "en", "ru"),
        ("Dmitry Kudlay", "Дмитрия Кудлая", "en", "ru"),
        ("Kudlay Dmitry", "Дмитрий Кудлай", "en", "ru"),
        ("Dr. Vadim Ptushkin", "Вадимом Птушкиным", "en", "ru"),
        ("Mykhailo Maschan", "Михайла Масчана", "en", "uk"),
        ("Maschan", "Mashchan", "en", "en"),
        ("Müller", "Müllers", "de", "de"),
        ("Dmitry Kudlay", "دميتري كودلاي", "en", "ar"),
        ("Emmanuel Macron", "エマニュエル・マクロン", "en", "ja"),
        ("Nicolas Macron", "니콜라스 마크롱은", "en", "ko"),
        ("Macron", "מקרון", "en", "he"),
        ("Obama", "奥巴马", "en", "zh"),
        ("Obama", "歐巴馬", "en", "zh_TW"),
        ("Птушкин", "Птушкін", "ru", "uk"),
    ],
)
def test_one_name_in_two_forms(a: str, b: str, locale_a: str, locale_b: str) -> None:
    assert same_name(a, b, locale_a, locale_b) > 0.5
    assert same_name(b, a, locale_b, locale_a) > 0.5


@pytest.mark.parametrize(
    ("a", "b", "locale_a", "locale_b"),
    [
        ("Ivan Petrov", "Пётр Петров", "en", "ru"),
        ("Larisa Mendeleeva", "Ирина Поддубная", "en", "ru"),
        ("Kudlay", "Масчан", "en", "ru"),
        ("Macron", "メルケル", "en", "ja"),
        ("Macron", "메르켈", "en", "ko"),
        ("Merkel", "奥巴马", "en", "zh"),
        ("Ivanov", "Ivanova", "en", "en"),
        ("Peter", "Petra", "en", "en"),
    ],
)
def test_two_names(a: str, b: str, locale_a: str, locale_b: str) -> None:
    assert same_name(a, b, locale_a, locale_b) < 0.5


@pytest.mark.parametrize(
    ("name", "text", "locale", "form"),
    [
        ("Hong Kong", "в университетах Гонконга и Оксфорда", "ru", "Гонконга"),
        ("Joe Worrall", "MengaがConnor GoldsonとJoe Worrallを", "ja", "Joe Worrall"),
        ("Tiger Woods", "报纸上周刊登了对泰格·伍兹的采访，读者反应热烈。", "zh", "泰格·伍兹"),
        ("Donovan", "昨日、ドノヴァンが会議で話した。", "ja", "ドノヴァン"),
        ("Feridoun", "Вчера Ферейдун приехал в Самару.", "ru", "Ферейдун"),
    ],
)
def test_where_a_name_stands(name: str, text: str, locale: str, form: str) -> None:
    found = find_name(name, "en", text, locale)
    assert found
    assert (found.text, text[found.start : found.end]) == (form, form)
    assert found.score > 0.5


@pytest.mark.parametrize(
    ("a", "b", "locale"),
    [
        ("Olshanski", "Гольшанский", "ru"),
        ("Guilloux", "Гийу", "ru"),
        ("Chevrolet", "シボレー", "ja"),
        ("Donavon", "ドノヴァン", "ja"),
        ("Geneviève", "ז'נבייב", "he"),
        ("Erxleben", "埃克斯勒本", "zh"),
    ],
)
def test_a_rare_spelling_is_likelier_than_a_name_at_random(a: str, b: str, locale: str) -> None:
    others = ["Montgomery", "Petrosyan", "Castellanos", "Hashimoto"]
    assert same_name(a, b, "en", locale) > max(same_name(o, b, "en", locale) for o in others)


def test_kana_are_heard_alike_in_both_forms() -> None:
    assert symbols("ジェイムズ", "ja") == symbols("じぇいむず", "ja") == "Jeimuzu"
    assert symbols("キャロル", "ja") == "kyaroru"
    assert symbols("サッポロ", "ja") == "saQporo"


@settings(deadline=None)
@given(
    st.text(max_size=60),
    st.text(max_size=60),
    st.sampled_from(LOCALES),
    st.sampled_from(LOCALES),
)
def test_any_input_gives_a_score(a: str, b: str, locale_a: str, locale_b: str) -> None:
    assert 0 <= same_name(a, b, locale_a, locale_b) <= 1
    assert 0 <= variant_score(a, b, locale_a, b, locale_b) <= 1
    assert lemmas(a, locale_a)[0] == a
    found = find_name(a, locale_a, b, locale_b)
    assert found is None or b[found.start : found.end] == found.text
    for mention in names_in(a, locale_a):
        assert a[mention.start : mention.end] == mention.text


@pytest.mark.parametrize("name", ["", "A", "\u200fאב\u200f", "Ж" * 10_000, "Ab " * 5_000, "'"])
def test_bad_names_are_scored(name: str) -> None:
    for locale in LOCALES:
        assert 0 <= same_name(name, "Иванов", locale, "ru") <= 1
        assert 0 <= same_name("Ivanov", name, "en", locale) <= 1
        find_name(name, locale, name, locale)
        names_in(name, locale)


def test_a_batch_equals_single_calls() -> None:
    pairs = [("Kudlay", "Кудлай"), ("Kudlay", "Мусина"), ("Kudlay", "Кудлай")]
    assert same_names(pairs, "en", "ru") == [same_name(a, b, "en", "ru") for a, b in pairs]


@pytest.mark.parametrize(
    ("form", "locale", "base"),
    [
        ("Кудлая", "ru", "Кудлай"),
        ("Поддубной", "ru", "Поддубная"),
        ("Мусиной", "ru", "Мусина"),
        ("Достоевского", "ru", "Достоевский"),
        ("Чайковским", "ru", "Чайковский"),
        ("Путиным", "ru", "Путин"),
        ("Марии", "ru", "Мария"),
        ("Ольги", "ru", "Ольга"),
        ("Дмитрием", "ru", "Дмитрий"),
        ("Игорю", "ru", "Игорь"),
        ("Шевченка", "uk", "Шевченко"),
        ("Зеленського", "uk", "Зеленський"),
        ("Kowalskiego", "pl", "Kowalski"),
        ("Nováka", "cs", "Novák"),
        ("Müllers", "de", "Müller"),
        ("Maschan’s", "en", "Maschan"),
        ("Erdoğan’ın", "tr", "Erdoğan"),
        ("Niinistön", "fi", "Niinistö"),
        ("ومحمد", "ar", "محمد"),
        ("마크롱은", "ko", "마크롱"),
    ],
)
def test_base_forms(form: str, locale: str, base: str) -> None:
    assert base in lemmas(form, locale)


def test_gender_is_kept() -> None:
    assert "Мусин" not in lemmas("Мусиной", "ru")
    assert variant_score("Ivanov", "Ivanova", "en") < 0.5
    assert variant_score("Мусин", "Мусина", "ru") < 0.5


def test_spellings_of_one_name() -> None:
    assert variant_score("Maschan", "Mashchan", "en") > 0.5
    assert variant_score("Mohti", "Mohty", "en") > 0.5
    assert variant_score("Vasilyev", "Vasiliev", "en", "Васильев", "ru") > 0.5
    assert variant_score("Мюллер", "Мюлер", "ru") > 0.5


def test_capitalised_runs() -> None:
    text = "Yesterday Dr. Irina V. Poddubnaya met Ludwig van Beethoven. He was glad."
    assert [m.text for m in names_in(text, "en")] == [
        "Yesterday",
        "Irina V. Poddubnaya",
        "Ludwig van Beethoven",
        "He",
    ]
    assert [m.sentence_initial for m in names_in(text, "en")] == [True, False, False, True]
    assert names_in("法国总统", "zh") == ()


@pytest.mark.parametrize(
    ("name", "text", "locale", "form"),
    [
        ("Dmitry Kudlay", "— сообщил Дмитрию Кудлаю врач.", "ru", "Дмитрию Кудлаю"),
        ("Macron", "法国总统马克龙周二表示", "zh", "马克龙"),
        ("Macron", "フランスのマクロン大統領は", "ja", "マクロン"),
        ("Macron", "프랑스의 마크롱은 말했다", "ko", "마크롱은"),
        ("Macron", "قال الرئيس ماكرون أمس", "ar", "ماكرون"),
    ],
)
def test_a_name_is_found_in_text(name: str, text: str, locale: str, form: str) -> None:
    found = find_name(name, "en", text, locale)
    assert found is not None
    assert found.text == form
    assert found.score > 0.5


def test_absent_names_are_not_found() -> None:
    for text, locale in [("Ирина Поддубная", "ru"), ("法国总统周二表示", "zh"), ("", "ru")]:
        found = find_name("Macron", "en", text, locale)
        assert found is None or found.score < 0.5
