from random import Random

from cases import case, check, that


def by_search(accounts):
    near = {}
    for at, (_, *addresses) in enumerate(accounts):
        for address in addresses:
            near.setdefault(address, []).append(at)
    seen, persons = set(), []
    for at in range(len(accounts)):
        if at in seen:
            continue
        seen.add(at)
        stack, all_of_them = [at], set()
        while stack:
            for address in accounts[stack.pop()][1:]:
                all_of_them.add(address)
                for other in near[address]:
                    if other not in seen:
                        seen.add(other)
                        stack.append(other)
        persons.append([accounts[at][0], *sorted(all_of_them)])
    return persons


@case("A shared address joins two accounts.", judges=["sees-components"])
def shared(task):
    check(task.merge, [["Ada", "a", "b"], ["Bo", "c"], ["Ada", "b", "d"]], gives=[["Ada", "a", "b", "d"], ["Bo", "c"]])


@case("A later account joins two groups that stood apart.", judges=["sees-components", "joins-roots"])
def bridge(task):
    check(task.merge, [["Ada", "a"], ["Bo", "b"], ["Cy", "a", "b"]], gives=[["Ada", "a", "b"]])
    check(task.merge, [["A", "a", "x"], ["B", "b", "y"], ["C", "x", "c"], ["D", "y", "d"], ["E", "c", "d"]],
          gives=[["A", "a", "b", "c", "d", "x", "y"]])


@case("Links go on through any number of accounts.", judges=["joins-roots"])
def chain(task):
    check(task.merge, [["P", "a", "b"], ["P", "c", "d"], ["P", "b", "c"], ["P", "d", "e"], ["P", "z"]],
          gives=[["P", "a", "b", "c", "d", "e"], ["P", "z"]])


@case("The same name is no link.", kind="edge", judges=["names-do-not-join"])
def same_name(task):
    check(task.merge, [["Ada", "a"], ["Ada", "b"]], gives=[["Ada", "a"], ["Ada", "b"]])


@case("Each address stands once, in order, under the first account's name.", kind="edge", judges=["names-do-not-join"])
def once(task):
    check(task.merge, [["Bo", "c", "a", "c"], ["Ada", "b", "a"]], gives=[["Bo", "a", "b", "c"]])
    check(task.merge, [["zoe", "b", "a"]], gives=[["zoe", "a", "b"]])


@case("No accounts are no persons.", kind="edge", hidden=True)
def none(task):
    check(task.merge, [], gives=[])


@case("On random accounts it agrees with a search.", kind="property", hidden=True,
      judges=["sees-components", "joins-roots", "names-do-not-join"])
def agrees(task):
    random = Random(5)
    for _ in range(200):
        accounts = [[random.choice("NM"), *random.choices("abcdefgh", k=random.randrange(1, 4))]
                    for _ in range(random.randrange(8))]
        check(task.merge, accounts, gives=by_search(accounts))


@case("Accounts are not compared with each other in pairs.", kind="property", hidden=True, judges=["not-all-pairs"])
def few_comparisons(task):
    class Address(str):
        compared = 0
        __hash__ = str.__hash__

        def __eq__(self, other):
            Address.compared += 1
            return str.__eq__(self, other)

        def __lt__(self, other):
            return str.__lt__(self, other)

    n = 400
    accounts = [["P", Address(f"{i:04}"), Address(f"{i + 1:04}")] for i in range(n)]
    got = task.merge(accounts)
    that(len(got) == 1 and len(got[0]) == n + 2, "a chain is one person", persons=len(got))
    that(Address.compared <= 20 * n, "addresses are compared again and again", accounts=n, comparisons=Address.compared)


@case("2,000 accounts that are linked back to front end in time.", kind="scale", hidden=True)
def large(task):
    n = 2_000
    accounts = [["P", f"{i:04}", f"{i + 1:04}"] for i in reversed(range(n))]
    got = task.merge(accounts)
    that(len(got) == 1 and len(got[0]) == n + 2, "all are one person", persons=len(got))
