using System.Diagnostics;
using System.Runtime.InteropServices;
using Unisson.Bot.Tests.Harness;
using Xunit;

namespace Unisson.Bot.Tests.Terminal;

/// <summary>What is shipped is what was tested: the published program answers.</summary>
public sealed class PublishTests
{
    [Fact]
    public async Task What_the_script_publishes_answers()
    {
        using var child = new Child();
        var output = Path.Combine(child.Folder, "program");
        var rid = RuntimeInformation.OSArchitecture == Architecture.Arm64 ? "linux-arm64" : "linux-x64";
        using (var publish = Process.Start(new ProcessStartInfo("bash", [Path.Combine(Checkout.Folder, "docker", "publish.sh"), rid, output]) { RedirectStandardOutput = true, UseShellExecute = false })!)
        {
            var said = await publish.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await publish.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.True(publish.ExitCode == 0, said);
        }

        using var process = child.StartAs(Path.Combine(output, "Unisson.Bot"), "--strict");
        Assert.Contains("Coworking de Lons", await Child.SayAsync(process, "/commun ajouter coworking nom:\"Coworking de Lons\""), StringComparison.Ordinal);
        process.StandardInput.Close();
        Assert.Equal(0, (await Child.EndAsync(process)).ExitCode);
    }
}
