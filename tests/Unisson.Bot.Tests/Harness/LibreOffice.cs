using System.Diagnostics;
using Xunit;

namespace Unisson.Bot.Tests.Harness;

/// <summary>Opens a file as somebody's office program would, and gives it back in another form.</summary>
internal static class LibreOffice
{
    private static readonly string[] Programs = ["soffice", "pdftotext"];

    /// <summary>Skips the running test when there is no LibreOffice here, or nothing that reads its pages; fails it under <c>CI=true</c>, where there must be both.</summary>
    public static void OrSkip()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        if (Programs.All(program => folders.Any(folder => File.Exists(Path.Combine(folder, program)))))
        {
            return;
        }

        const string Reason = "No LibreOffice here: get it with `sudo tests/libreoffice.sh build`.";
        if (Environment.GetEnvironmentVariable("CI") is "true")
        {
            Assert.Fail(Reason);
        }

        Assert.Skip(Reason);
    }

    /// <param name="name">With the ending that its kind has.</param>
    /// <param name="to">The form, as <c>--convert-to</c> takes it: <c>fods</c>, <c>pdf</c>.</param>
    /// <param name="reading">How to read it, as <c>--infilter</c> takes it; null as the ending tells.</param>
    public static async Task<byte[]> ConvertAsync(string name, byte[] content, string to, string? reading = null)
    {
        var folder = Directory.CreateTempSubdirectory("unisson-office-");
        try
        {
            var file = Path.Combine(folder.FullName, name);
            await File.WriteAllBytesAsync(file, content, TestContext.Current.CancellationToken);
            // A profile of its own: two that run side by side would share one, and only the first would work.
            string[] arguments = [$"-env:UserInstallation=file://{folder.FullName}/profile", "--headless", "--convert-to", to, .. reading is null ? [] : new[] { $"--infilter={reading}" }, "--outdir", folder.FullName, file];
            using var office = Process.Start(new ProcessStartInfo("soffice", arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
            var said = await office.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken) + await office.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            await office.WaitForExitAsync(TestContext.Current.CancellationToken);
            var made = Path.ChangeExtension(file, to);
            Assert.True(File.Exists(made), said);
            return await File.ReadAllBytesAsync(made, TestContext.Current.CancellationToken);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
