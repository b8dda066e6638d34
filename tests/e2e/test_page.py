"""What a person does on the page, in a real Chromium over a real store."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

# Cytoscape keeps its core on its container: the only way to ask a canvas what it shows.
CORE = "document.getElementById('canvas')._cyreg.cy"


def shown(page: Page) -> set[str]:
    """The ids of the nodes on the canvas."""
    return set(page.evaluate(f"{CORE}.nodes().not('.off').map(one => one.id())"))


def places(page: Page) -> dict[str, tuple[int, int]]:
    found = page.evaluate(
        f"{CORE}.nodes().map(one => [one.id(), Math.round(one.position('x')), "
        "Math.round(one.position('y'))])"
    )
    return {one: (x, y) for one, x, y in found}


def on_screen(page: Page, node: str) -> tuple[float, float]:
    x, y = page.evaluate(
        f"(id => {{ const at = {CORE}.getElementById(id).renderedPosition();"
        "const box = document.getElementById('canvas').getBoundingClientRect();"
        "return [box.x + at.x, box.y + at.y]; })(" + repr(node) + ")"
    )
    return x, y


def find(page: Page, text: str) -> None:
    """Search for a text and take the first hit."""
    page.keyboard.press("/")
    page.keyboard.type(text)
    expect(page.locator("#hits [role=option]").first).to_be_visible()
    page.keyboard.press("Enter")


def bare(text: str) -> str:
    return re.sub(r"\s", "", text)


def marked(page: Page, inside: str) -> str:
    """The highlighted words, whatever parts they are drawn in."""
    return "".join(page.locator(f"{inside} mark").all_text_contents())


@pytest.fixture
def team(page: Page) -> Page:
    """The inspection team on the canvas with all that is next to it."""
    find(page, "第二生态环境")
    expect(page.locator(".entity-page h2")).to_have_text("江州市第二生态环境保护督察组")
    return page


@pytest.mark.parametrize("typed", ["缪若兰", "若兰", "miao", "miaoruolan", "mrl", "MRL"])
def test_a_person_is_found_by_characters_pinyin_and_initials(page: Page, typed: str) -> None:
    find(page, typed)
    expect(page.locator(".entity-page h2")).to_have_text("缪若兰")
    assert "person-miao" in shown(page)


def test_namesakes_are_two_hits_told_apart_by_their_posts(page: Page) -> None:
    page.keyboard.press("/")
    page.keyboard.type("周明远")
    hits = page.locator("#hits [role=option]")
    expect(hits).to_have_count(2)
    assert any("江州大学教授" in one for one in hits.all_text_contents())


def test_a_search_without_a_hit_says_so(page: Page) -> None:
    page.keyboard.press("/")
    page.keyboard.type("没有这个人")
    expect(page.locator("#hits .count")).to_contain_text("没有找到")


def test_the_first_entity_comes_with_its_neighbours(team: Page) -> None:
    assert shown(team) == {"team-1", "person-zhou", "person-liu", "district-900104"}


def test_a_double_click_expands_twenty_five_and_says_how_many_are_left(team: Page) -> None:
    before = places(team)
    team.mouse.dblclick(*on_screen(team, "district-900104"))
    expect(team.locator(".notice")).to_have_text("显示 25 / 45")
    assert len(shown(team)) == len(before) + 25
    assert {one: places(team)[one] for one in before} == before
    assert team.evaluate(f"{CORE}.getElementById('district-900104').data('more')") == 20
    expect(team.locator(".entity-page button.primary")).to_have_text("再展开 20 个")


def test_the_rest_comes_with_the_next_expansion(team: Page) -> None:
    team.mouse.click(*on_screen(team, "district-900104"))
    expect(team.locator(".entity-page h2")).to_have_text("云溪区")
    team.keyboard.press("e")
    expect(team.locator(".notice")).to_have_text("显示 25 / 45")
    team.keyboard.press("e")
    expect(team.locator(".notice")).to_have_text("显示 20 / 20")
    expect(team.locator(".entity-page button.primary")).to_be_disabled()


def test_a_click_on_an_edge_shows_its_sentence_with_the_quote_highlighted(team: Page) -> None:
    (ax, ay), (bx, by) = on_screen(team, "person-zhou"), on_screen(team, "team-1")
    team.mouse.click((ax + bx) / 2, (ay + by) / 2)
    expect(team.locator(".edge-page .card blockquote")).to_contain_text("副组长柳𣲗清出席会议")
    assert marked(team, ".card") == "督察组组长周明远"
    expect(team.locator(".statement")).to_contain_text("带领")
    expect(team.locator(".edge-page")).to_contain_text("可信度 0.97（高）")
    expect(team.locator(".card .named")).to_have_text(["督察组", "周明远"])


def test_a_quote_behind_a_rare_character_is_highlighted_in_full(team: Page) -> None:
    find(team, "柳𣲗清")
    team.locator(".facts", has_text="参加").locator(".row.fact").click()
    expect(team.locator(".card mark").first).to_be_visible()
    assert marked(team, ".card") == "柳𣲗清出席会议"


def test_the_article_opens_at_the_highlighted_quote(team: Page) -> None:
    team.locator(".facts", has_text="副职带领").locator(".row.fact").click()
    team.get_by_role("button", name="在原文中打开").click()
    expect(team.locator(".text mark").first).to_be_in_viewport()
    assert marked(team, ".text") == "督察组组长周明远、副组长柳𣲗清"
    team.get_by_role("button", name="按原样").click()
    assert bare(marked(team, ".text.raw")) == "督察组组长周明远、副组长柳𣲗清"
    assert "\n" in marked(team, ".text.raw")


def test_every_fact_of_an_article_highlights_its_own_words(team: Page) -> None:
    team.locator(".row", has_text="督察组进驻云溪区").click()
    rows = team.locator(".article-page .row")
    expect(rows).to_have_count(9)
    for place in range(rows.count()):
        quote = rows.nth(place).locator(".quiet").inner_text()
        rows.nth(place).click()
        assert bare(marked(team, ".text")) == bare(quote)


def test_everyone_named_in_an_article_is_underlined_and_leads_to_the_entity(team: Page) -> None:
    team.locator(".row", has_text="督察组进驻云溪区").click()
    team.locator(".text .named", has_text="单立诚").click()
    expect(team.locator(".entity-page h2")).to_have_text("单立诚")


def test_two_facts_of_one_type_are_one_line_with_two_cards(page: Page) -> None:
    find(page, "单立诚")
    expect(page.locator(".entity-page")).to_be_visible()
    assert "走访 ×2" in page.evaluate(f"{CORE}.edges().map(one => one.data('label'))")
    page.evaluate(f"{CORE}.edges('[label = \"走访 ×2\"]').emit('tap')")
    expect(page.locator(".edge-page .edge")).to_have_count(2)
    expect(page.locator(".edge-page")).to_contain_text("低，请核对原文")


def test_a_link_reopens_the_same_picture_and_panel(team: Page) -> None:
    team.mouse.dblclick(*on_screen(team, "district-900104"))
    expect(team.locator(".notice")).to_have_text("显示 25 / 45")
    team.locator(".facts", has_text="督察").locator(".row.fact").first.click()
    expect(team.locator(".edge-page .card")).to_be_visible()
    before, address = places(team), team.url
    assert "token" not in address
    again = team.context.new_page()
    again.goto(address)
    expect(again.locator(".edge-page .card")).to_be_visible()
    assert places(again) == before
    assert again.url == address


def test_the_same_steps_give_the_same_picture(page: Page) -> None:
    pictures = []
    for _ in range(2):
        find(page, "第二生态环境")
        expect(page.locator(".entity-page")).to_be_visible()
        pictures.append(places(page))
        page.get_by_role("button", name="清空画布").click()
        expect(page.locator(".welcome")).to_be_visible()
    assert pictures[0] == pictures[1]


def test_every_change_of_the_canvas_can_be_undone_and_redone(team: Page) -> None:
    first = places(team)
    team.mouse.click(*on_screen(team, "person-liu"))
    expect(team.locator(".entity-page h2")).to_have_text("柳𣲗清")
    team.keyboard.press("e")
    expect(team.locator(".status")).to_contain_text("5 个实体")
    second = places(team)
    team.keyboard.press("Delete")
    expect(team.locator(".status")).to_contain_text("4 个实体")
    third = places(team)
    for expected in (second, first):
        team.keyboard.press("z")
        assert places(team) == expected
    for expected in (second, third):
        team.keyboard.press("Shift+Z")
        assert places(team) == expected


def test_the_legend_hides_and_shows_a_type(team: Page) -> None:
    row = team.locator(".legend-row", has_text="人物")
    row.click()
    assert shown(team) == {"team-1", "district-900104"}
    expect(row).to_have_attribute("aria-pressed", "false")
    assert "hide=Person" in team.url
    row.click()
    assert len(shown(team)) == 4


def test_a_path_between_two_people_has_a_quote_for_each_fact(page: Page) -> None:
    find(page, "周明远")
    expect(page.locator(".entity-page")).to_be_visible()
    page.keyboard.press("p")
    find(page, "北辰智能")
    expect(page.locator(".path-page")).to_be_visible()
    quotes = [bare(one) for one in page.locator(".path-page .hop q").all_text_contents()]
    assert len(quotes) >= 3
    assert "北辰智能、云帆药业与云溪区签约" in quotes
    assert page.evaluate(f"{CORE}.edges('.walked').length") == len(quotes)


def test_choosing_an_entity_dims_all_but_its_neighbourhood(team: Page) -> None:
    team.mouse.click(*on_screen(team, "person-liu"))
    expect(team.locator(".entity-page h2")).to_have_text("柳𣲗清")
    dim = team.evaluate(f"{CORE}.nodes('.dim').map(one => one.id()).sort()")
    assert dim == ["district-900104", "person-zhou"]
    team.keyboard.press("Escape")
    assert team.evaluate(f"{CORE}.nodes('.dim').length") == 0


def test_the_whole_way_can_be_gone_by_keyboard(page: Page) -> None:
    find(page, "第二生态环境")
    expect(page.locator(".entity-page h2")).to_have_text("江州市第二生态环境保护督察组")
    page.locator("#canvas").focus()
    for key in ("ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp"):
        page.keyboard.press(key)
    expect(page.locator(".entity-page h2")).to_be_visible()
    page.keyboard.press("Enter")
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.classList.contains('fact')"):
            break
    page.keyboard.press("Enter")
    expect(page.locator(".edge-page .card mark").first).to_be_visible()


def test_a_hostile_name_is_shown_and_runs_nothing(page: Page) -> None:
    find(page, "重点项目签约仪式")
    expect(page.locator(".entity-page")).to_contain_text("<img src=x onerror=window.hacked=1>")
    page.locator(".row.fact", has_text="<img").first.click()
    expect(page.locator(".card blockquote")).to_contain_text("<img src=x")
    page.get_by_role("button", name="在原文中打开").click()
    expect(page.locator(".article-page h2")).to_contain_text("<img src=x")
    assert page.evaluate("window.hacked") is None
    assert page.locator("img").count() == 0


def test_an_id_of_before_a_merge_opens_the_entity(page: Page) -> None:
    address = page.url.split("#", maxsplit=1)[0]
    page.goto(f"{address}#s=e:person-miao-old")
    expect(page.locator(".entity-page h2")).to_have_text("缪若兰")
    expect(page.locator(".status")).to_contain_text("4 个实体")


def test_a_link_to_what_is_gone_says_so_and_shows_the_rest(page: Page) -> None:
    address = page.url.split("#", maxsplit=1)[0]
    page.goto(f"{address}#n=team-1~0~0,gone-1~50~50")
    expect(page.locator(".notice")).to_have_text("链接里有 1 个实体已不在图谱中")
    assert shown(page) == {"team-1"}


def test_english_and_dark_are_one_click_away_and_stay(team: Page) -> None:
    team.get_by_role("button", name="English").click()
    expect(team.locator(".legend")).to_contain_text("Inspection team")
    assert "leads · 组长" in team.evaluate(f"{CORE}.edges().map(one => one.data('label'))")
    team.keyboard.press("d")
    assert team.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(20, 23, 27)"
    team.reload()
    expect(team.locator("html[data-theme=dark][lang=en]")).to_be_attached()


def test_a_saved_query_runs_from_its_form(page: Page) -> None:
    page.locator(".row", has_text="people/leaders_of").click()
    page.locator(".query-page input").fill("督察组")
    page.keyboard.press("Enter")
    expect(page.locator("tbody tr")).to_have_count(2)
    page.get_by_role("row", name="周明远 组长").get_by_role("button", name="原句").first.click()
    expect(page.locator(".card mark").first).to_be_visible()
    assert marked(page, ".card") == "督察组组长周明远"
    assert {"team-1", "person-zhou"} <= shown(page)


def test_a_narrow_window_keeps_canvas_and_panel(team: Page) -> None:
    team.set_viewport_size({"width": 420, "height": 800})
    expect(team.locator("#canvas")).to_be_in_viewport()
    expect(team.locator(".entity-page h2")).to_be_in_viewport()
    width = team.evaluate("document.documentElement.scrollWidth")
    assert width <= 420


def test_a_page_without_the_token_says_where_to_find_it(chromium: Browser, site: object) -> None:
    context = chromium.new_context()
    page = context.new_page()
    page.goto(site.address)  # type: ignore[attr-defined]
    expect(page.get_by_role("alert")).to_contain_text("govgraph browse")
    context.close()


def test_the_list_holds_everything_that_the_canvas_shows(team: Page) -> None:
    team.keyboard.press("t")
    rows = team.locator(".table-page .row")
    expect(rows).to_have_count(4 + 3)
    team.locator(".legend-row", has_text="人物").click()
    expect(rows).to_have_count(2 + 1)
    rows.last.click()
    expect(team.locator(".card mark").first).to_be_visible()


def test_the_canvas_is_saved_as_a_picture(team: Page) -> None:
    with team.expect_download() as saving:
        team.get_by_role("button", name="保存为图片").click()
    assert saving.value.suggested_filename == "govgraph.png"
    assert saving.value.path().read_bytes().startswith(b"\x89PNG")
