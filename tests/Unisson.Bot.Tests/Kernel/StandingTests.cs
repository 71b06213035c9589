using Unisson.Bot.Kernel;
using Unisson.Bot.Tests.Harness;
using Xunit;

namespace Unisson.Bot.Tests.Kernel;

/// <summary>Who may do what, and who sees what: every command of the catalogue, typed by every standing that a person can have.</summary>
public sealed class StandingTests(StandingWorld world) : IClassFixture<StandingWorld>
{
    /// <summary>
    /// One row a command, or two where it makes a difference whose thing it is; one column a standing (<see cref="StandingWorld"/> says who they
    /// are). A cell is <c>may</c> or the code of the refusal.
    /// </summary>
    private const string May =
        """
        | typed                                                  | left            | member                   | team                     | coordinator            | own-guarantor            | guarantor                | admin                    | concerned       |
        | /unisson                                               | may             | may                      | may                      | may                    | may                      | may                      | may                      | may             |
        | /help                                                  | may             | may                      | may                      | may                    | may                      | may                      | may                      | may             |
        | /about                                                 | may             | may                      | may                      | may                    | may                      | may                      | may                      | may             |
        | /setup start Lons                                      | standing.admin  | standing.admin           | standing.admin           | standing.admin         | standing.admin           | standing.admin           | may                      | standing.admin  |
        | /setup settings                                        | standing.admin  | standing.admin           | standing.admin           | standing.admin         | standing.admin           | standing.admin           | may                      | standing.admin  |
        | /setup channel calls #calls                            | standing.admin  | standing.admin           | standing.admin           | standing.admin         | standing.admin           | standing.admin           | may                      | standing.admin  |
        | /setup link                                            | standing.admin  | standing.admin           | standing.admin           | standing.admin         | standing.admin           | standing.admin           | may                      | standing.admin  |
        | /setup admins                                          | standing.admin  | standing.admin           | standing.admin           | standing.admin         | standing.admin           | standing.admin           | may                      | standing.admin  |
        | /setup audit                                           | standing.admin  | standing.admin           | standing.admin           | standing.admin         | standing.admin           | standing.admin           | may                      | standing.admin  |
        | /setup export people                                   | standing.admin  | standing.admin           | standing.admin           | standing.admin         | standing.admin           | standing.admin           | may                      | standing.admin  |
        | /setup import people file:x#1                          | standing.admin  | standing.admin           | standing.admin           | standing.admin         | standing.admin           | standing.admin           | file.gone                | standing.admin  |
        | /my show                                               | may             | may                      | may                      | may                    | may                      | may                      | may                      | may             |
        | /my settings language:English                          | may             | may                      | may                      | may                    | may                      | may                      | may                      | may             |
        | /my link                                               | may             | may                      | may                      | may                    | may                      | may                      | may                      | may             |
        | /my export                                             | may             | may                      | may                      | may                    | may                      | may                      | may                      | may             |
        | /my forget                                             | may             | may                      | may                      | may                    | may                      | may                      | may                      | may             |
        | /common add garden                                     | standing.member | may                      | may                      | may                    | may                      | may                      | may                      | may             |
        | /common show repair-cafe                               | standing.member | may                      | may                      | may                    | may                      | may                      | may                      | may             |
        | /common list                                           | standing.member | may                      | may                      | may                    | may                      | may                      | may                      | may             |
        | /common find café                                      | standing.member | may                      | may                      | may                    | may                      | may                      | may                      | may             |
        | /common edit repair-cafe about:repairs                 | standing.member | common.not-yours         | common.not-yours         | common.not-yours       | may                      | may                      | may                      | may             |
        | /common resource repair-cafe Tools                     | standing.member | common.not-yours         | common.not-yours         | common.not-yours       | may                      | may                      | may                      | may             |
        | /common terms repair-cafe asks:3                       | standing.member | standing.no-steward      | standing.no-steward      | standing.no-steward    | standing.no-steward      | standing.no-steward      | standing.no-steward      | standing.no-steward|
        | /common steward repair-cafe concerned                  | standing.member | steward.not-yours        | steward.not-yours        | steward.not-yours      | may                      | may                      | may                      | may             |
        | /experience add repair-cafe used                       | standing.member | may                      | may                      | may                    | may                      | may                      | may                      | may             |
        | /experience list concerned                             | standing.member | may                      | may                      | may                    | may                      | may                      | may                      | may             |
        | /experience remove coworking                           | standing.member | experience.unknown       | experience.unknown       | experience.unknown     | experience.unknown       | experience.unknown       | experience.unknown       | may             |
        | /experience confirm concerned coworking                | standing.member | experience.not-yours     | experience.not-yours     | experience.not-yours   | experience.not-yours     | experience.not-yours     | experience.not-yours     | experience.confirm-own |
        | /commoners find coworking                              | standing.member | may                      | may                      | may                    | may                      | may                      | may                      | may             |
        | /commoners call coworking mission:M1                   | standing.member | standing.team            | may                      | may                    | may                      | may                      | standing.team            | standing.team   |
        | /commoners call coworking mission:{private}            | standing.member | mission.unknown          | may                      | may                    | may                      | mission.unknown          | mission.unknown          | mission.unknown |
        | /commoners call coworking                              | standing.member | call.no-mission          | may                      | may                    | may                      | call.no-mission          | call.no-mission          | call.no-mission |
        | /availability set asks:1 hours:4h                      | standing.member | may                      | may                      | may                    | may                      | may                      | may                      | may             |
        | /availability pause                                    | standing.member | may                      | may                      | may                    | may                      | may                      | may                      | may             |
        | /availability resume                                   | standing.member | may                      | may                      | may                    | may                      | may                      | may                      | may             |
        | /availability offer could                              | standing.member | may                      | may                      | may                    | may                      | may                      | may                      | may             |
        | /availability show                                     | standing.member | may                      | may                      | may                    | may                      | may                      | may                      | may             |
        | /call list                                             | standing.member | may                      | may                      | may                    | may                      | may                      | may                      | may             |
        | /call show C1                                          | standing.member | may                      | may                      | may                    | may                      | may                      | may                      | may             |
        | /call show C2                                          | standing.member | call.unknown             | may                      | may                    | may                      | may                      | may                      | call.unknown    |
        | /call show {private-call}                              | standing.member | call.unknown             | may                      | may                    | may                      | call.unknown             | call.unknown             | may             |
        | /call answer C1 yes                                    | standing.member | may                      | may                      | may                    | may                      | may                      | may                      | may             |
        | /call answer C1 no                                     | standing.member | call.not-asked           | call.not-asked           | call.not-asked         | call.not-asked           | call.not-asked           | call.not-asked           | may             |
        | /call answer C2 yes                                    | standing.member | call.unknown             | call.not-yet             | call.not-yet           | may                      | may                      | may                      | call.unknown    |
        | /call answer {private-call} yes                        | standing.member | call.unknown             | may                      | may                    | may                      | call.unknown             | call.unknown             | may             |
        | /call widen C1 places:9                                | standing.member | standing.team            | may                      | may                    | may                      | may                      | standing.team            | standing.team   |
        | /call widen {private-call} places:9                    | standing.member | call.unknown             | may                      | may                    | may                      | call.unknown             | call.unknown             | standing.team   |
        | /call close C1                                         | standing.member | standing.team            | may                      | may                    | may                      | may                      | standing.team            | standing.team   |
        | /call close {private-call}                             | standing.member | call.unknown             | may                      | may                    | may                      | call.unknown             | call.unknown             | standing.team   |
        | /contribution log coworking 1h notes mission:M1        | standing.member | may                      | may                      | may                    | may                      | may                      | may                      | may             |
        | /contribution log coworking 1h notes mission:{private} | standing.member | mission.unknown          | may                      | may                    | may                      | mission.unknown          | mission.unknown          | mission.unknown |
        | /contribution list                                     | standing.member | may                      | may                      | may                    | may                      | may                      | may                      | may             |
        | /contribution list mission:{private}                   | standing.member | mission.unknown          | may                      | may                    | may                      | mission.unknown          | mission.unknown          | mission.unknown |
        | /contribution chart                                     | standing.member | may                      | may                      | may                    | may                      | may                      | may                      | may             |
        | /contribution chart mission:{private}                   | standing.member | mission.unknown          | may                      | may                    | may                      | mission.unknown          | mission.unknown          | mission.unknown |
        | /contribution export                                     | standing.member | may                      | may                      | may                    | may                      | may                      | may                      | may             |
        | /contribution export mission:{private}                   | standing.member | mission.unknown          | may                      | may                    | may                      | mission.unknown          | mission.unknown          | mission.unknown |
        | /contribution confirm {proposal}                       | standing.member | contribution.no-proposal | contribution.no-proposal | contribution.not-yours | contribution.no-proposal | contribution.no-proposal | contribution.no-proposal | may             |
        | /contribution correct L1 30 min                        | standing.member | contribution.not-your-line | contribution.not-your-line | may | contribution.not-your-line | contribution.not-your-line | contribution.not-your-line | contribution.not-your-line |
        | /contribution withdraw L1                              | standing.member | contribution.not-your-line | contribution.not-your-line | may | contribution.not-your-line | contribution.not-your-line | contribution.not-your-line | contribution.not-your-line |
        | /contribution confirm L1                               | standing.member | may | may | contribution.own-witness | may | may | may | may |
        | /contribution verify                                   | standing.member | may                      | may                      | may                    | may                      | may                      | may                      | may             |
        | /reminder add "tomorrow 9am" call Ana                  | standing.member | may                      | may                      | may                    | may                      | may                      | may                      | may             |
        | /reminder add 9pm tea mission:M1                       | standing.member | standing.team            | may                      | may                    | may                      | standing.team            | standing.team            | standing.team   |
        | /reminder add 9pm tea mission:{private}                | standing.member | mission.unknown          | may                      | may                    | may                      | mission.unknown          | mission.unknown          | mission.unknown |
        | /reminder list                                         | standing.member | may                      | may                      | may                    | may                      | may                      | may                      | may             |
        | /reminder change R1 done                               | standing.member | reminder.unknown         | reminder.unknown         | reminder.unknown       | reminder.unknown         | reminder.unknown         | reminder.unknown         | may             |
        | /mission open Study                                    | standing.member | may                      | may                      | may                    | may                      | may                      | may                      | may             |
        | /mission list                                          | standing.member | may                      | may                      | may                    | may                      | may                      | may                      | may             |
        | /mission show M1                                       | standing.member | may                      | may                      | may                    | may                      | may                      | may                      | may             |
        | /mission show {private}                                | standing.member | mission.unknown          | may                      | may                    | may                      | mission.unknown          | mission.unknown          | mission.unknown |
        | /mission edit M1 place:Lons                            | standing.member | standing.team            | may                      | may                    | may                      | may                      | standing.team            | standing.team   |
        | /mission edit {private} place:Lons                     | standing.member | mission.unknown          | may                      | may                    | may                      | mission.unknown          | mission.unknown          | mission.unknown |
        | /mission status M1 answered                            | standing.member | standing.team            | may                      | may                    | may                      | may                      | standing.team            | standing.team   |
        | /mission status {private} answered                     | standing.member | mission.unknown          | may                      | may                    | may                      | mission.unknown          | mission.unknown          | mission.unknown |
        | /mission join M1 sponsor                               | standing.member | may                      | may                      | may                    | may                      | may                      | may                      | may             |
        | /mission join {private} sponsor                        | standing.member | mission.unknown          | may                      | may                    | may                      | mission.unknown          | mission.unknown          | mission.unknown |
        | /mission leave M1                                      | standing.member | mission.no-role          | may                      | may                    | may                      | mission.no-role          | mission.no-role          | mission.no-role |
        | /mission leave {private}                               | standing.member | mission.unknown          | may                      | may                    | may                      | mission.unknown          | mission.unknown          | mission.unknown |
        | /mission journal M1                                    | standing.member | may                      | may                      | may                    | may                      | may                      | may                      | may             |
        | /mission journal {private}                             | standing.member | mission.unknown          | may                      | may                    | may                      | mission.unknown          | mission.unknown          | mission.unknown |
        | /mission journal M1 note:hello                         | standing.member | standing.team            | may                      | may                    | may                      | may                      | standing.team            | standing.team   |
        | /mission journal {private} note:hello                  | standing.member | mission.unknown          | may                      | may                    | may                      | mission.unknown          | mission.unknown          | mission.unknown |
        | /mission similar M1                                    | standing.member | may                      | may                      | may                    | may                      | may                      | may                      | may             |
        | /mission similar {private}                             | standing.member | mission.unknown          | may                      | may                    | may                      | mission.unknown          | mission.unknown          | mission.unknown |
        | /mission similar M1 with:M2                            | standing.member | standing.team            | may                      | mission.together.own    | may                      | standing.team            | standing.team            | standing.team   |
        | /mission assign M1 concerned helping-commoner          | standing.member | standing.team            | assign.coordination      | may                    | may                      | may                      | standing.team            | standing.team   |
        | /mission assign {private} concerned helping-commoner   | standing.member | mission.unknown          | assign.coordination      | may                    | may                      | mission.unknown          | mission.unknown          | mission.unknown |
        | /mission accept M1 provider                            | standing.member | accept.not-chosen        | accept.already           | accept.not-chosen      | accept.not-chosen        | accept.not-chosen        | accept.not-chosen        | accept.not-chosen |
        | /mission accept M1 guarantor                           | standing.member | accept.not-chosen        | accept.not-chosen        | accept.not-chosen      | accept.already           | may                      | accept.not-chosen        | accept.not-chosen |
        | /mission accept {private} provider                     | standing.member | mission.unknown          | accept.already           | accept.not-chosen      | accept.not-chosen        | mission.unknown          | mission.unknown          | mission.unknown |
        | /mission pledge M1 coworking Notes                     | standing.member | standing.team            | may                      | may                    | may                      | may                      | standing.team            | standing.team   |
        | /mission pledge {private} coworking Notes              | standing.member | mission.unknown          | may                      | may                    | may                      | mission.unknown          | mission.unknown          | mission.unknown |
        | /mission close M1                                      | standing.member | standing.team            | mission.step             | mission.step           | mission.step             | mission.step             | standing.team            | standing.team   |
        | /mission lookback M1 coworking yes                     | standing.member | standing.team            | lookback.none            | lookback.none          | lookback.none            | lookback.none            | standing.team            | standing.team   |
        | /mission concern M1 worry                              | standing.member | may                      | may                      | may                    | may                      | may                      | may                      | may             |
        | /mission concern {private} worry                       | standing.member | mission.unknown          | may                      | may                    | may                      | mission.unknown          | mission.unknown          | mission.unknown |
        | /contract read                                         | standing.member | may                      | may                      | may                    | may                      | may                      | may                      | may             |
        | /contract read {private}                               | standing.member | mission.unknown          | may                      | may                    | may                      | mission.unknown          | mission.unknown          | mission.unknown |
        | /contract accept M1                                    | standing.member | contract.role            | may                      | contract.role          | may                      | contract.role            | contract.role            | contract.role   |
        | /contract accept {private}                             | standing.member | mission.unknown          | may                      | contract.role          | may                      | mission.unknown          | mission.unknown          | mission.unknown |
        | /contract accept person:concerned                      | standing.member | standing.guarantor       | standing.guarantor       | standing.guarantor     | contract.no-candidacy    | contract.no-candidacy    | standing.guarantor       | standing.guarantor |
        | /mission kit M1                                        | standing.member | standing.team            | may                      | may                    | may                      | may                      | standing.team            | standing.team   |
        | /mission kit {private}                                 | standing.member | mission.unknown          | may                      | may                    | may                      | mission.unknown          | mission.unknown          | mission.unknown |
        | /mission report M1                                     | standing.member | standing.team            | may                      | may                    | may                      | may                      | standing.team            | standing.team   |
        | /mission report {private}                              | standing.member | mission.unknown          | may                      | may                    | may                      | mission.unknown          | mission.unknown          | mission.unknown |
        """;

    /// <summary>What stands in an answer for whom; else it is not there, or the line is refused.</summary>
    private const string Reads =
        """
        | typed                      | text           | left | member | team  | coordinator | own-guarantor | guarantor | admin | concerned |
        | /mission show M1           | coordinator    |      | reads  | reads | reads       | reads         | reads     | reads | reads     |
        | /mission show M1           | opened         |      | reads  | reads | reads       | reads         | reads     | reads | reads     |
        | /mission show M1           | 4000 euros     |      |        | reads | reads       | reads         |           |       |           |
        | /mission show M1           | candidate      |      |        | reads | reads       | reads         |           |       |           |
        | /mission journal M1        | opened         |      | reads  | reads | reads       | reads         | reads     | reads | reads     |
        | /mission journal M1        | candidate      |      |        | reads | reads       | reads         |           |       |           |
        | /mission list              | Secret         |      |        | reads | reads       | reads         |           |       |           |
        | /common show coworking     | Secret         |      |        | reads | reads       | reads         |           |       |           |
        | /contribution list         | minutes        |      | reads  | reads | reads       | reads         | reads     | reads | reads     |
        | /contribution list         | Secret         |      |        | reads | reads       | reads         |           |       |           |
        | /contribution list         | {proposal}     |      |        |       | reads       |               |           |       | reads     |
        | /call list                 | C1             |      | reads  | reads | reads       | reads         | reads     | reads | reads     |
        | /call list                 | {private-call} |      |        | reads | reads       | reads         |           |       | reads     |
        | /call list state:waiting   | C2             |      |        | reads | reads       | reads         | reads     | reads |           |
        | /call show C1              | concerned      |      |        |       |             |               |           |       |           |
        | /call show C1              | Your own ask   |      |        |       |             |               |           |       | reads     |
        | /experience list concerned | Coworking      |      |        |       |             | reads         | reads     |       | reads     |
        | /commoners find coworking  | concerned      |      |        |       |             | reads         | reads     |       |           |
        """;

    /// <summary>Columns that name no standing.</summary>
    private static readonly string[] Heads = ["typed", "text"];

    private static readonly Catalogue Catalogue = new(Commands.All, Commands.Actions);

    [Fact]
    public void Every_command_of_the_catalogue_has_its_row()
    {
        var rows = Rows(May).Select(r => Catalogue.Find(r[0][1..].Split(' '), out _)!.Spec.Path).Distinct();

        Assert.Equal(Catalogue.Commands.Select(c => c.Path).Order(StringComparer.Ordinal), rows.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Each_standing_may_what_its_column_says()
    {
        var wrong = new List<string>();
        foreach (var (row, standing, expected) in Cells(May))
        {
            var outcome = TestBot.Refusal(await world.SayAsync(standing, row[0])) ?? "may";
            if (outcome != expected)
            {
                wrong.Add($"{standing}> {row[0]}: {outcome}, not {expected}");
            }

            if (outcome == "may")
            {
                world.PutBack();
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task Each_standing_reads_what_its_column_says()
    {
        var wrong = new List<string>();
        foreach (var (row, standing, expected) in Cells(Reads))
        {
            var outcome = (await world.SayAsync(standing, row[0])).Contains(world.Named(row[1]), StringComparison.Ordinal) ? "reads" : "";
            if (outcome != expected)
            {
                wrong.Add($"{standing}> {row[0]}: {outcome} “{row[1]}”, not {expected}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private static string[] Standings(string table) => Row(table.Split('\n')[0]);

    private static IEnumerable<string[]> Rows(string table) => table.Split('\n').Skip(1).Select(Row);

    private static IEnumerable<(string[] Row, string Standing, string Expected)> Cells(string table)
        => Rows(table).SelectMany(row => Standings(table).Zip(row).Where(c => !Heads.Contains(c.First)).Select(c => (row, c.First, c.Second)));

    private static string[] Row(string line) => line.Trim()[1..^1].Split('|', StringSplitOptions.TrimEntries);
}
