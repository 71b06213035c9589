using Microsoft.EntityFrameworkCore;
using NetArchTest.Rules;
using Unisson.Bot.Kernel;
using Unisson.Bot.Storage;
using Unisson.Bot.Terminal;
using Unisson.Bot.Tests.Harness;
using Xunit;

namespace Unisson.Bot.Tests;

/// <summary>Who may see whom. The compiler holds what projects part; this holds what folders part.</summary>
public sealed class ArchitectureTests
{
    [Theory]
    [InlineData("System.Console")]
    [InlineData("System.Net.Http")]
    [InlineData("System.Net.WebSockets")]
    [InlineData("Microsoft.AspNetCore")]
    [InlineData("Spectre.Console")]
    [InlineData("RadLine")]
    [InlineData("Unisson.Bot.Terminal")]
    [InlineData("Unisson.Bot.Settings")]
    [InlineData("Unisson.Bot.Verbs")]
    public void Core_knows_no_door_no_web_and_no_console(string forbidden)
        => Holds(Types.InAssembly(typeof(Result<>).Assembly).ShouldNot().HaveDependencyOn(forbidden));

    [Theory]
    [InlineData("Unisson.Bot.Kernel")]
    [InlineData("Unisson.Bot.Storage")]
    [InlineData("Unisson.Bot.Deliveries")]
    [InlineData("Unisson.Bot.Missions")]
    public void Languages_know_nothing_of_ours(string forbidden)
        => Holds(Types.InAssembly(typeof(Result<>).Assembly).That().ResideInNamespace("Unisson.Bot.Languages").ShouldNot().HaveDependencyOn(forbidden));

    [Theory]
    [MemberData(nameof(Capabilities))]
    public void The_kernel_and_the_dates_know_no_capability(string capability)
    {
        Holds(Types.InAssembly(typeof(Result<>).Assembly).That().ResideInNamespace("Unisson.Bot.Kernel").ShouldNot().HaveDependencyOn($"Unisson.Bot.{capability}"));
        Holds(Types.InAssembly(typeof(Result<>).Assembly).That().ResideInNamespace("Unisson.Bot.Dates").ShouldNot().HaveDependencyOn($"Unisson.Bot.{capability}"));
    }

    [Fact]
    public void Only_storage_knows_the_engine()
        => Holds(Types.InAssembly(typeof(Result<>).Assembly).That().DoNotResideInNamespaceStartingWith("Unisson.Bot.Storage")
            .ShouldNot().HaveDependencyOnAny("Microsoft.Data.Sqlite", "Microsoft.EntityFrameworkCore.Sqlite"));

    [Fact]
    public void Settings_and_verbs_are_not_known_by_the_door()
        => Holds(Types.InAssembly(typeof(Conversation).Assembly).That().ResideInNamespace("Unisson.Bot.Terminal").ShouldNot().HaveDependencyOnAny("Unisson.Bot.Verbs"));

    /// <summary>A command may read what another capability keeps; what is kept, with its rules, knows each other one way only.</summary>
    [Fact]
    public void What_is_stored_goes_round_in_no_circle()
    {
        var left = Stored().ToDictionary(folder => folder.Key, folder => Known(folder.Key, [.. folder]), StringComparer.Ordinal);
        while (left.Where(folder => !folder.Value.Overlaps(left.Keys)).Select(folder => folder.Key).ToList() is { Count: > 0 } free)
        {
            free.ForEach(folder => left.Remove(folder));
        }

        Assert.Empty(left.Select(folder => $"{folder.Key} -> {string.Join(", ", folder.Value.Intersect(left.Keys))}"));
    }

    /// <summary>Six hundred lines are the budget; the reader of lines has a room of its own.</summary>
    [Fact]
    public void The_kernel_stays_small()
        => Assert.InRange(Directory.EnumerateFiles(Path.Combine(Checkout.Folder, "src/Unisson.Bot.Core/Kernel"), "*.cs").Sum(f => File.ReadLines(f).Count()), 1, 600);

    public static TheoryData<string> Capabilities =>
        ["Commons", "Experiences", "Commoners", "Missions", "Calls", "Availability", "Contributions", "Reminders", "Communities", "Help"];

    private static ILookup<string, Type> Stored()
    {
        using var db = new SqliteBotDb(new DbContextOptionsBuilder<SqliteBotDb>().UseSqlite("Data Source=:memory:").Options);
        return db.Model.GetEntityTypes().Select(e => e.ClrType).Where(t => t.Namespace != typeof(BotDb).Namespace).ToLookup(t => t.Namespace!, StringComparer.Ordinal);
    }

    private static HashSet<string> Known(string folder, List<Type> types)
        => [.. Capabilities.Select(c => $"Unisson.Bot.{c.Data}").Where(other => other != folder && types.Exists(t => Knows(t, other)))];

    private static bool Knows(Type type, string folder)
        => Types.InAssembly(type.Assembly).That().ResideInNamespace(type.Namespace!).And().HaveName(type.Name).Should().HaveDependencyOn(folder).GetResult().IsSuccessful;

    private static void Holds(ConditionList rule)
        => Assert.Empty(rule.GetResult().FailingTypeNames ?? []);
}
