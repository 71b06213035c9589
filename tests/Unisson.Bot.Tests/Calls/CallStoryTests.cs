using Unisson.Bot.Experiences;
using Xunit;

namespace Unisson.Bot.Tests.Calls;

public sealed class CallStoryTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Try()
    {
        await using var v = await Village.StartAsync();
        await v.GivesAsync("ana", level: Level.Maintained, since: 2019, language: "fr");
        await v.GivesAsync("bob");
        await v.GivesAsync("cy");
        foreach (var line in new[] {
            "claire> /commoners call coworking",
            "claire> 5",
            "claire> /commoners appel coworking",
            "claire> 1",
            "claire> /call list", "claire> /call show C1",
            "ana> /appel voir C1",
            "bob> /call show c1",
            "ana> non", "W1", "bob> later", "W26", "bob> oui", "cy> /call list", "W48", "dan> /call answer 1 yes", "bob> /call answer C1 no", "W1", "W30", "dan> merci", "claire> /call show C1", "W200", "END" })
        {
            output.WriteLine("> " + line); Assert.NotEqual("END", line);
            output.WriteLine(line[0] == 'W' ? await v.Bot.WaitAsync(TimeSpan.FromHours(int.Parse(line[1..], System.Globalization.CultureInfo.InvariantCulture))) : await v.Bot.SayAsync(line));
        }
    }
}
