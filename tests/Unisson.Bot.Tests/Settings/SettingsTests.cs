using Microsoft.Extensions.Configuration;
using Unisson.Bot.Settings;
using Unisson.Bot.Tests.Harness;
using Xunit;

namespace Unisson.Bot.Tests.Settings;

/// <summary>Settings are read whole, or everything wrong with them is said.</summary>
public sealed class SettingsTests
{
    [Fact]
    public void The_example_is_good_and_names_every_setting_that_people_change()
    {
        var example = new ConfigurationBuilder().AddJsonFile(Path.Combine(Checkout.Folder, "appsettings.example.json")).Build();

        var all = SettingsReader.Read(example, out var problems);

        Assert.Empty(problems);
        Assert.Equal("Jura third places", all!.Operator.Name);
        Assert.Equal(all.Operator.Name, all.ForCommands().OperatorName);
        Assert.Equal(
            [
                "Community:Language", "Community:Zone", "Discord:ApiBaseUrl", "Discord:DirectMessages", "Discord:Shards", "Discord:Token", "Discord:TokenFile",
                "Limits:CommandsPerMinute", "Matrix:AccessToken", "Matrix:AccessTokenFile", "Matrix:Homeserver", "Matrix:InvitedBy", "Matrix:Password", "Matrix:PasswordFile",
                "Matrix:User", "Operator:Contact", "Operator:Name", "Reminders:ActivePerPerson", "Storage:Path",
            ],
            example.AsEnumerable().Where(p => p.Value is not null).Select(p => p.Key).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Nothing_set_is_good_too()
    {
        var all = Read([], out var problems);

        Assert.Empty(problems);
        Assert.Equal(new StorageSettings("data/unisson.db", 0), all!.Storage);
        Assert.Equal(new CommunitySettings(Languages.Language.English, "Europe/Paris"), all.Community);
        Assert.Equal(new OperatorSettings(null, null), all.Operator);
        Assert.Equal(20, all.ForCommands().RemindersPerPerson);
        Assert.Equal(30, all.Limits.CommandsPerMinute);
        Assert.Null(all.Discord);
    }

    [Theory]
    [InlineData("Reminders:ActivePerPerson", "0", "1 to 1000")]
    [InlineData("Reminders:ActivePerPerson", "2.5", "1 to 1000")]
    [InlineData("Community:Language", "français", "en or fr")]
    [InlineData("Community:Zone", "Réunion", "Indian/Reunion")]
    [InlineData("Storage:Path", "/", "unisson.db")]
    [InlineData("Operator:Name", "two\nlines", "one line")]
    [InlineData("Operator:Nom", "x", "Operator:Name")]
    [InlineData("operator:contact:mail", "x", "Operator:Contact")]
    [InlineData("Storrage:Path", "x", "Storage, Community, Operator, Reminders")]
    [InlineData("Matrix:AccessToken", "x", "Matrix:Homeserver")]
    [InlineData("Matrix:Homeserver", "example.org", "Matrix:AccessToken")]
    [InlineData("Matrix:Homeserver", "ftp://example.org", "example.org")]
    public void A_problem_names_its_key_and_its_cure(string key, string value, string cure)
    {
        Assert.Null(Read(new() { [key] = value }, out var problems));

        var problem = Assert.Single(problems);
        Assert.StartsWith(key.Split(':')[0], problem, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(cure, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void The_command_line_is_stronger_than_the_file()
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, """{ "Operator": { "Name": "From the file", "Contact": "file" } }""");

        var given = Sources.Read(file, [new("Operator:Name", "From the line")], out var problem);

        File.Delete(file);
        Assert.Null(problem);
        Assert.Equal(new OperatorSettings("From the line", "file"), SettingsReader.Read(given, out _)!.Operator);
    }

    [Theory]
    [InlineData("{ \"Operator\": ")]
    [InlineData("[]")]
    [InlineData("")]
    public void A_file_that_is_no_json_is_a_problem_like_any_other(string content)
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, content);

        Sources.Read(file, [], out var problem);

        File.Delete(file);
        Assert.StartsWith(file, problem, StringComparison.Ordinal);
        Assert.Contains("appsettings.example.json", problem, StringComparison.Ordinal);
    }

    private static AllSettings? Read(Dictionary<string, string?> given, out IReadOnlyList<string> problems)
        => SettingsReader.Read(new ConfigurationBuilder().AddInMemoryCollection(given).Build(), out problems);
}
