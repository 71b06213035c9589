using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Unisson.Bot.Commoners;
using Unisson.Bot.Communities;
using Unisson.Bot.Tests.Harness;
using Xunit;

namespace Unisson.Bot.Tests.Links;

/// <summary>Two accounts of one person: what each said counts for both, and nobody links what is not theirs.</summary>
public sealed class MyLinkTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_accounts_are_one_person_once_both_said_so()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync("claire> /common add coworking");
        await bot.DoAsync("bob> /experience add coworking contributed");
        await bot.DoAsync("robert> /experience add coworking maintained since:2019");
        await bot.DoAsync("bob> /availability set asks:4 hours:8h");
        await bot.DoAsync("robert> /availability set asks:2 hours:20h");
        await bot.DoAsync("bob> /contribution log coworking 1h \"a sheet\"");
        await bot.DoAsync("robert> /contribution log coworking 2h \"a talk\"");
        await bot.DoAsync("bob> /reminder add \"in 2 days\" \"call the mayor\"");
        await bot.DoAsync("robert> /reminder add \"every Friday 9am\" \"print the sheet\"");
        await bot.DoAsync("robert> /mission open Mill kind:consulting");

        var code = Codes.In(await bot.SayAsync("bob> /my link"));
        var asked = await bot.SayAsync($"robert> /my link {code.ToLowerInvariant()}");
        Assert.Contains("→ bob (private): Is this other account yours? Your code was typed there.", asked, StringComparison.Ordinal);
        Assert.Contains("Account: robert (terminal).", asked, StringComparison.Ordinal);

        // Until bob says yes nothing is linked, whoever else knows the code.
        Assert.Equal("link.wrong", await bot.RefusedAsync($"claire> /my link {code}"));
        Assert.Equal(3, await bot.SeeAsync(db => db.Accounts.Select(a => a.PersonId).Distinct().CountAsync(Ct)));
        Assert.StartsWith("Done: you are one person, with bob (terminal) and robert (terminal).", await bot.SayAsync("bob> 1"), StringComparison.Ordinal);

        // The stricter of two limits, the longer experience, all lines and reminders.
        var shown = await bot.SayAsync("robert> /my show");
        Assert.Contains("up to 2 times a month", Plain(shown), StringComparison.Ordinal);
        Assert.Contains("up to 8 h a month", Plain(shown), StringComparison.Ordinal);
        Assert.Contains("2 lines of yours", Plain(shown), StringComparison.Ordinal);
        Assert.Equal([("R1", "call the mayor"), ("R2", "print the sheet")], (await bot.SeeAsync(db => db.Reminders.OrderBy(r => r.Number).ToListAsync(Ct))).ConvertAll(r => (r.Label, r.What!)));
        var listed = await bot.SayAsync("claire> /contribution list person:robert");
        Assert.Contains("a sheet", listed, StringComparison.Ordinal);
        Assert.Contains("a talk", listed, StringComparison.Ordinal);
        Assert.Contains("no line was changed", await bot.SayAsync("claire> /contribution verify"), StringComparison.Ordinal);
        var experience = Assert.Single(await bot.SeeAsync(db => db.Experiences.ToListAsync(Ct)));
        Assert.Equal((Bot.Experiences.Level.Maintained, 2019), (experience.Level, experience.Since));

        // What robert began is bob's to go on with.
        await bot.DoAsync("bob> /mission edit M1 title:\"Old mill\"");
        await bot.DoAsync("robert> /availability pause");
        Assert.True(await bot.SeeAsync(db => db.People.AnyAsync(p => p.Name == "bob" && p.PausedAt != null, Ct)));
        Assert.False(await bot.SeeAsync(db => db.Experiences.AnyAsync(x => x.IsAskable, Ct)));
    }

    [Fact]
    public async Task What_ones_other_account_confirmed_is_confirmed_no_more()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync(
            "claire> /common add coworking", "claire> /common add velo", "claire> /experience add coworking contributed", "zoe> /experience add velo founded",
            "bob> /experience add coworking founded", "bob> /experience add velo maintained",
            "robert> /experience add coworking maintained", "robert> /experience add velo contributed",
            "robert> /experience confirm bob coworking", "claire> /experience confirm robert coworking",
            "robert> /experience confirm bob velo", "robert> /experience confirm zoe velo",
            "bob> /availability set asks:1 hours:8h");
        var first = bot.Now.AddMonths(3);
        await bot.WaitAsync(TimeSpan.FromDays(10));
        await bot.DoAsync("robert> /availability set asks:2 hours:8h");

        var code = Codes.In(await bot.SayAsync("bob> /my link"));
        await bot.DoAsync($"robert> /my link {code}", "bob> 1");

        // Of what bob says it holds what claire knew; robert's word for zoe was never for himself.
        Assert.Contains("coworking: “I brought it to life, with others”. Who sees it: my community. In calls: “I take care of it”, as claire confirmed.", Plain(await bot.DoAsync("robert> /experience list")), StringComparison.Ordinal);
        Assert.Contains("velo: “I take care of it”. Who sees it: my community. In calls: “I contribute to it” until confirmed.", Plain(await bot.DoAsync("bob> /experience list")), StringComparison.Ordinal);
        Assert.Contains("Confirmed by bob.", await bot.DoAsync("zoe> /experience list"), StringComparison.Ordinal);
        Assert.Equal(first, await bot.SeeAsync(db => db.Memberships.MinAsync(m => m.StillTrueAt, Ct)));
        Assert.Single(await bot.SeeAsync(db => db.Memberships.Where(m => m.Asks > 0).ToListAsync(Ct)));
    }

    [Fact]
    public async Task After_three_wrong_codes_none_is_read_for_ten_minutes()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync("bob> /about");
        var code = Codes.In(await bot.SayAsync("bob> /my link"));
        for (var tried = 0; tried < 3; tried++)
        {
            Assert.Equal("link.wrong", await bot.RefusedAsync($"mallory> /my link AAAA-AAA{tried}"));
        }

        Assert.Equal("link.tries", await bot.RefusedAsync($"mallory> /my link {code}"));
        Assert.Equal("link.nobody-yet", await bot.RefusedAsync($"bob> /my link {code}"));
        await bot.SayAsync("/wait 11 minutes");
        Assert.Equal("link.wrong", await bot.RefusedAsync($"mallory> /my link {code}"));
    }

    [Fact]
    public async Task Nobody_is_linked_in_the_middle_of_a_call_that_asked_both()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync("claire> /common add coworking");
        foreach (var name in new[] { "bob", "robert" })
        {
            await bot.DoAsync($"{name}> /experience add coworking contributed");
            await bot.DoAsync($"{name}> /availability set asks:4 hours:8h");
        }

        await bot.DoAsync("claire> /mission open Mill commons:coworking");
        await bot.DoAsync("claire> /commoners call coworking mission:M1 places:2 hours:2h by:\"in 4 days\" terms:paid");
        await bot.SayAsync("/wait 1 day");
        Assert.Equal(2, await bot.SeeAsync(db => db.Asks.CountAsync(Ct)));
        var code = Codes.In(await bot.SayAsync("bob> /my link"));
        await bot.DoAsync($"robert> /my link {code}");

        Assert.Equal("link.asked-twice", await bot.RefusedAsync($"bob> /my link {code}"));
        Assert.Equal(3, await bot.SeeAsync(db => db.Accounts.Select(a => a.PersonId).Distinct().CountAsync(Ct)));
    }

    [Fact]
    public async Task Where_to_be_written_to_is_chosen_among_ones_own_accounts()
    {
        await using var bot = await TestBot.StartAsync();

        Assert.Equal("my.no-account-there", await bot.RefusedAsync("bob> /my settings door:matrix"));
    }

    /// <summary>When this fails, a new kind of row names a person: <c>JoiningPeople</c> has to move it, and this list to name it.</summary>
    [Fact]
    public async Task Every_kind_of_row_that_names_a_person_is_known_to_linking()
    {
        await using var bot = await TestBot.StartAsync();

        var named = await bot.SeeAsync(db => Task.FromResult(db.Model.GetEntityTypes()
            .SelectMany(e => e.GetProperties().Where(p => p.Name != "CommunityId" && (p.Name.EndsWith("PersonId", StringComparison.Ordinal) || (p.Name.EndsWith("By", StringComparison.Ordinal) && p.ClrType != typeof(Bot.Experiences.SeenBy) && p.ClrType != typeof(DateOnly?)) || p.GetContainingForeignKeys().Any(IsToPerson)))
                .Select(p => $"{e.ClrType.Name}.{p.Name}")).Order(StringComparer.Ordinal).ToList()));

        Assert.Equal(
            [
                "Acceptance.ConfirmedBy", "Acceptance.PersonId", "Account.PersonId", "Ask.PersonId", "AuditRow.PersonId", "Call.CallerId", "Common.AddedBy", "Common.ProposedStewardId", "Common.StewardId", "Concern.GuarantorId", "Concern.PersonId", "Draft.PersonId", "Experience.ConfirmedBy", "Experience.PersonId", "Frame.PersonId", "Frame.ProposedBy", "Frame.TeamBy", "InboxRow.PersonId", "JournalEntry.PersonId",
                "LedgerLine.AuthorId", "LedgerLine.PersonId", "Lesson.WrittenBy", "LinkCode.OtherPersonId", "LinkCode.PersonId", "Lookback.AnsweredBy", "Membership.PersonId", "Mission.OpenedBy", "Mute.PersonId", "NamedHolder.AddedBy", "News.PersonId", "Offer.PersonId", "OutboxRow.PersonId", "Pledge.PromisedBy",
                "Proposal.AuthorId", "Proposal.PersonId", "Reminder.PersonId", "Resource.AddedBy", "RoleHolder.PersonId",
            ],
            named);
    }

    private static bool IsToPerson(IReadOnlyForeignKey key) => key.PrincipalEntityType.ClrType == typeof(Membership) || key.PrincipalEntityType.ClrType == typeof(Person);

    private static string Plain(string text) => text.Replace('\u00A0', ' ').Replace('\u202F', ' ');
}
